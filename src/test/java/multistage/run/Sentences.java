package multistage.run;

import java.lang.reflect.Method;
import java.util.List;
import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Names classes of claims by their headings, and claims by whole sentences: {@code The naive image builds}. English in every
 * run, since names are what reports of several runs are compared by.
 */
final class Sentences extends DisplayNameGenerator.Standard {
    private final Catalogue catalogue = Catalogue.read(Language.ENGLISH);

    @Override
    public String generateDisplayNameForClass(Class<?> testClass) {
        return catalogue
                .sentence(testClass.getSimpleName())
                .orElseGet(() -> super.generateDisplayNameForClass(testClass));
    }

    @Override
    public String generateDisplayNameForMethod(
            List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return catalogue
                .wholeSentence(ClaimKey.of(testMethod))
                .orElseGet(() -> super.generateDisplayNameForMethod(enclosingInstanceTypes, testClass, testMethod));
    }
}
