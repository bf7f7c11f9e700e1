package multistage.answers;

import static multistage.answers.Outcome.Verdict.FAILED;
import static multistage.answers.Outcome.Verdict.HELD;
import static multistage.answers.Outcome.Verdict.NOT_JUDGED;
import static multistage.facts.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void verdictsComeInTheLessonsOrderUnderTheirHeadingsWithWhatWasFound() {
        assertThat(lines(
                        new Outcome("ComparisonTest.hasFewerLayers", HELD, ""),
                        new Outcome("NaiveImageTest.weighsAlmostOneGigabyte", HELD, ""),
                        new Outcome("MultiStageImageTest.hasOneLayer", HELD, ""),
                        new Outcome("NaiveImageTest.builds", HELD, "")))
                .containsExactly(
                        "The naive image",
                        "  ✔ builds: in 16.0 s",
                        "  ✔ weighs almost 1 GB: 913 MB by its history in file bytes, 91 % of it golang:1.23;"
                                + " the engine lists it as 913 MB",
                        "The multi-stage image",
                        "  ✔ has one layer: 1 layer",
                        "The pair",
                        "  ✔ has fewer layers in its multi-stage form: 8 fewer: 1 for 9");
    }

    @Test
    void aClaimThatFailedIsToldByTheFirstLineOfItsMessage() {
        assertThat(lines(new Outcome(
                        "MultiStageImageTest.hasOneLayer",
                        FAILED,
                        "the multi-stage image should have 1 layer, but it has 2\n  | more")))
                .containsExactly(
                        "The multi-stage image",
                        "  ✘ has one layer: the multi-stage image should have 1 layer, but it has 2");
    }

    @Test
    void aClaimThatWasNotJudgedIsToldWithWhy() {
        assertThat(lines(
                        new Outcome("NaiveImageTest.answers", NOT_JUDGED, "not judged: the naive image did not build")))
                .containsExactly(
                        "The naive image", "  – answers on port 8080: not judged: the naive image did not build");
    }

    @Test
    void aFailureWithoutWordsIsStillAFailure() {
        assertThat(lines(new Outcome("NaiveImageTest.builds", FAILED, "")))
                .containsExactly("The naive image", "  ✘ builds: ");
    }

    @Test
    void claimsThatDidNotRunAreLeftOut() {
        assertThat(lines()).isEmpty();
    }

    private static List<String> lines(Outcome... outcomes) {
        return new Summary(Catalogue.read()).lines(good(), List.of(outcomes));
    }
}
