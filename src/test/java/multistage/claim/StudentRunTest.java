package multistage.claim;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.notBuilt;
import static multistage.facts.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import multistage.answers.Language;
import multistage.demo.Demo;
import multistage.facts.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a claim on one student's demo, of which the facts are made by hand. */
class StudentRunTest {
    private static final String FOLDER = "test.folder";
    private static final String DEMO = "test.demo";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void aDemoOfWhichAllClaimsHoldPasses() {
        run("good");

        assertThat(folder.resolve("passed")).exists();
    }

    @Test
    void oneOfWhichAClaimFailsDoesNotAndTheReasonSaysHowMany() {
        run("does not build");

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("not-passed")).content().startsWith("0 of 2 claims hold");
    }

    @Test
    void oneThatCannotBeMeasuredDoesNot() {
        run("good");
        run("no engine");

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("answers")).isEmptyDirectory();
        assertThat(folder.resolve("gl-code-quality-report.json")).content().contains("no engine");
    }

    @Test
    void whatIsLeftIsOfThatDemo() {
        run("does not build");

        assertThat(folder.resolve("answers/index.html")).content().contains("ada");
        assertThat(folder.resolve("answers/results.json")).content().contains("\"max_score\"");
        assertThat(folder.resolve("gl-code-quality-report.json")).content().contains("\"ada/Dockerfile-multi\"");
    }

    @Test
    void theConsoleEndsWithTheClaimsTheirPointsAndWhereTheAnswersAre() {
        run("does not build");

        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("✘ builds, heredoc and all: the multi-stage image does not build")
                .endsWith("Answers: " + folder.resolve("answers/index.html") + System.lineSeparator());
    }

    private void run(String demo) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .configurationParameter(FOLDER, folder.toString())
                    .configurationParameter(DEMO, demo)
                    .selectors(selectClass(MultiStageImageTest.class))
                    .execute();
        } finally {
            System.setOut(out);
        }
    }

    @ExtendWith(MadeByHand.class)
    @Claims
    static class MultiStageImageTest {
        @Claim
        void builds(Facts demo) {
            assertThat(demo.multi().build()).succeeded();
        }

        @Claim
        void hasNoShell(Facts demo) {
            assertThat(demo.multi().answeringService()).cannotRun("a shell");
        }
    }

    /** Begins a run on the demo; without a test kit nothing is run. */
    private static final class MadeByHand implements BeforeAllCallback, ExecutionCondition {
        @Override
        public void beforeAll(ExtensionContext context) {
            Path folder = context.getConfigurationParameter(FOLDER, Path::of).orElseThrow();
            String demo = context.getConfigurationParameter(DEMO).orElseThrow();
            Run.of(
                    context,
                    () -> new StudentRun(
                            new Demo("ada", folder.resolve("ada")),
                            () -> facts(demo),
                            Language.ENGLISH,
                            folder,
                            Map.of()));
        }

        private static Facts facts(String demo) {
            return switch (demo) {
                case "good" -> good();
                case "does not build" -> changed(good(), multi(notBuilt("the multi-stage image does not build")));
                default -> throw new IllegalStateException(demo);
            };
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(FOLDER).isPresent()
                    ? ConditionEvaluationResult.enabled("run by a test kit")
                    : ConditionEvaluationResult.disabled("not to be run but by a test kit");
        }
    }
}
