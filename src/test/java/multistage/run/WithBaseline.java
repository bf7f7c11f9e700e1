package multistage.run;

import multistage.baseline.BaselineComparison;
import multistage.facts.NotMeasured;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Has the demo measured before a class, and compared with its baseline before each test, which takes what was found. */
final class WithBaseline implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        LessonRun.withBaseline(context);
    }

    /** What fails here fails in its own words, which a resolver's would be wrapped in others. */
    @Override
    public void beforeEach(ExtensionContext context) {
        try {
            LessonRun.withBaseline(context).comparison();
        } catch (NotMeasured reason) {
            throw Run.of(context).notJudged(reason);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BaselineComparison.class;
    }

    @Override
    public BaselineComparison resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return LessonRun.withBaseline(context).comparison();
    }
}
