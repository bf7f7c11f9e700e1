package multistage.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs classes that are made for a test, and holds what is printed meanwhile. */
final class TestKit {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    EngineExecutionResults run(EngineTestKit.Builder classes) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            return classes.execute();
        } finally {
            System.setOut(out);
        }
    }

    /** What was printed so far. */
    String printed() {
        return console.toString(StandardCharsets.UTF_8);
    }

    /** Begins a run for such a class; without a test kit, which sets its parameter, nothing is run. */
    abstract static class Only implements BeforeAllCallback, ExecutionCondition {
        private final String parameter;

        Only(String parameter) {
            this.parameter = parameter;
        }

        @Override
        public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(parameter).isPresent()
                    ? ConditionEvaluationResult.enabled("run by a test kit")
                    : ConditionEvaluationResult.disabled("not to be run but by a test kit");
        }
    }
}
