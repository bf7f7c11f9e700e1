package multistage.run;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Hands out whether each student of a class could be measured. */
final class StudentStatuses implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Run.of(context) instanceof ClassRun run ? run.statuses().stream().map(Arguments::of) : Stream.empty();
    }
}
