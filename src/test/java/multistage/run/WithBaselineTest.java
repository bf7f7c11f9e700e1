package multistage.run;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.nio.file.Path;
import java.util.Map;
import multistage.baseline.BaselineComparison;
import multistage.baseline.BaselineUnreadable;
import multistage.baseline.Gate;
import multistage.facts.Facts;
import multistage.run.fixtures.TestKit;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs a class that takes a comparison, on facts made by hand. */
class WithBaselineTest {
    private static final String BUILT = "test.built";
    private static final String OPTION = "test.option";

    @TempDir
    private Path folder;

    @Test
    void theTestIsGivenWhatWasFound() {
        commit();

        run(true).assertThatEvents().haveExactly(1, event(finishedSuccessfully()));
    }

    @Test
    void whatTheBaselineHasAgainstItFailsTheTestInItsOwnWords() {
        run(true)
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(
                        instanceOf(BaselineUnreadable.class), message(words -> words.startsWith("there is no ")))));
    }

    @Test
    void whatTheBaselineHasAgainstItIsToldToCi() {
        run(true);

        assertThat(folder.resolve("gl-code-quality-report.json"))
                .content()
                .contains("baseline.unreadable", "there is no ");
    }

    @Test
    void anOptionThatIsRefusedIsToldToCiAndLeavesNothingOfAnEarlierRun() {
        commit();
        run(true);
        assertThat(folder.resolve("answers")).isNotEmptyDirectory();

        EngineTestKit.engine("junit-jupiter")
                .configurationParameter(TestKit.FOLDER, folder.toString())
                .configurationParameter(BUILT, "true")
                .configurationParameter(OPTION, "renew")
                .selectors(selectClass(Compared.class))
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message("-Dbaseline=renew is not known; it takes: update"))));

        assertThat(folder.resolve("answers")).isEmptyDirectory();
        assertThat(folder.resolve("gl-code-quality-report.json")).content().contains("-Dbaseline=renew is not known");
    }

    @Test
    void aRunThatWasToRewriteAndCouldNotSaysSo() {
        TestKit kit = new TestKit();

        kit.run(EngineTestKit.engine("junit-jupiter")
                .configurationParameter(TestKit.FOLDER, folder.toString())
                .configurationParameter(BUILT, "false")
                .configurationParameter(OPTION, "update")
                .selectors(selectClass(Compared.class)));

        assertThat(kit.printed()).contains("Baseline: not rewritten, since nothing was compared");
        assertThat(folder.resolve("baseline.json")).doesNotExist();
    }

    @Test
    void factsThatLackWhatIsComparedAreNotJudged() {
        commit();

        run(false)
                .aborted()
                .assertEventsMatchExactly(
                        abortedWithReason(message("not judged: the multi-stage image did not build")));
    }

    private void commit() {
        gate(folder, "update").judge(good());
    }

    private static Gate gate(Path folder, String option) {
        return Gate.of(folder.resolve("baseline.json"), folder.resolve("review.json"), option, null);
    }

    private Events run(boolean built) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(TestKit.FOLDER, folder.toString())
                .configurationParameter(BUILT, String.valueOf(built))
                .selectors(selectClass(Compared.class))
                .execute()
                .testEvents();
    }

    @ExtendWith(MadeByHand.class)
    @ComparedWithBaseline
    static class Compared {
        @Test
        void hasNotMoved(BaselineComparison found) {
            assertThat(found.changes()).isEmpty();
            assertThat(found.compared()).isPositive();
        }
    }

    private static final class MadeByHand extends TestKit.Only {
        @Override
        public void beforeAll(ExtensionContext context) {
            Path folder = TestKit.folder(context);
            Facts facts =
                    context.getConfigurationParameter(BUILT, Boolean::valueOf).orElseThrow()
                            ? good()
                            : changed(good(), multi(notBuilt("no network")));
            LessonEnding ending = new LessonEnding(Language.ENGLISH, folder, Map.of());
            String option = context.getConfigurationParameter(OPTION).orElse(null);
            Run.of(context, () -> new LessonRun(() -> facts, () -> gate(folder, option), ending));
        }
    }
}
