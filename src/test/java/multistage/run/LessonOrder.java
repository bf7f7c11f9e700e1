package multistage.run;

import java.util.Comparator;
import java.util.List;
import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Orders claims as claims.properties does. */
final class LessonOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        List<String> order = Catalogue.read(Language.ENGLISH).claims();
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(claim -> order.indexOf(ClaimKey.of(claim.getMethod()))));
    }
}
