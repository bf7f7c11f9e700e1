package multistage.run;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import multistage.demo.Demo;
import multistage.facts.Facts;
import multistage.run.fixtures.TestKit;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a claim on one student's demo, of which the facts are made by hand. */
class StudentRunTest {
    private static final String DEMO = "test.demo";
    private static final String COUNTING = "test.counting";

    @TempDir
    private Path folder;

    private final TestKit kit = new TestKit();

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
    void oneWhoseDiskWasFullIsNotGraded() {
        run("disk full");

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("answers/results.json")).doesNotExist();
        assertThat(kit.printed()).contains("ada could not be judged: x: no space left on device");
    }

    @Test
    void oneThatWasAskedFewerClaimsThanThereAreDoesNotPass() {
        run("good", "MultiStageImageTest.builds", "MultiStageImageTest.hasNoShell", "MultiStageImageTest.answers");

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("not-passed"))
                .content()
                .isEqualTo("2 of 3 claims were judged: run this without -Dtest.");
    }

    @Test
    void oneWhoseClaimBreaksIsNotGraded() {
        run("breaks the claim");

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("answers/results.json")).doesNotExist();
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

        assertThat(kit.printed())
                .contains("✘ builds: the multi-stage image does not build")
                .endsWith("Answers: " + folder.resolve("answers/index.html") + System.lineSeparator());
    }

    private void run(String demo) {
        run(demo, "MultiStageImageTest.builds", "MultiStageImageTest.hasNoShell");
    }

    private void run(String demo, String... counting) {
        kit.run(EngineTestKit.engine("junit-jupiter")
                .configurationParameter(TestKit.FOLDER, folder.toString())
                .configurationParameter(DEMO, demo)
                .configurationParameter(COUNTING, String.join(",", counting))
                .selectors(selectClass(MultiStageImageTest.class)));
    }

    @ExtendWith(MadeByHand.class)
    @Claims
    static class MultiStageImageTest {
        @Claim
        void builds(Facts demo) {
            if (demo.demo().equals("breaks the claim")) {
                throw new IllegalStateException("a claim of ours is wrong");
            }
            assertThat(demo.multi().build()).succeeded();
        }

        @Claim
        void hasNoShell(Facts demo) {
            assertThat(demo.multi().answeringService()).cannotRun("a shell");
        }
    }

    /** Begins a run on the demo; without a test kit nothing is run. */
    private static final class MadeByHand extends TestKit.Only {
        @Override
        public void beforeAll(ExtensionContext context) {
            Path folder = TestKit.folder(context);
            String demo = context.getConfigurationParameter(DEMO).orElseThrow();
            List<String> counting = context.getConfigurationParameter(COUNTING, names -> List.of(names.split(",")))
                    .orElseThrow();
            Run.of(
                    context,
                    () -> new StudentRun(
                            new Demo("ada", folder.resolve("ada")),
                            () -> facts(demo),
                            Language.ENGLISH,
                            folder,
                            Map.of(),
                            counting));
        }

        private static Facts facts(String demo) {
            return switch (demo) {
                case "good" -> good();
                case "does not build" -> changed(good(), multi(notBuilt("the multi-stage image does not build")));
                case "disk full" -> changed(good(), multi(notBuilt("x: no space left on device")));
                case "breaks the claim" -> changed(good(), with("demo", demo));
                default -> throw new IllegalStateException(demo);
            };
        }
    }
}
