package multistage.console;

import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.outcome.Outcome.Verdict.FAILED;
import static multistage.outcome.Outcome.Verdict.NOT_JUDGED;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void verdictsComeInTheLessonsOrderUnderTheirHeadingsWithWhatWasFound() {
        assertThat(lines(
                        Outcome.held("ComparisonTest.hasFewerLayers"),
                        Outcome.held("NaiveImageTest.weighsAlmostOneGigabyte"),
                        Outcome.held("MultiStageImageTest.hasOneLayer"),
                        Outcome.held("NaiveImageTest.builds")))
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
    void aFrenchRunIsToldInFrench() {
        assertThat(Summary.brief(Language.FRENCH)
                        .lines(judged(
                                Outcome.held("ComparisonTest.isMuchSmaller"), Outcome.held("NaiveImageTest.builds"))))
                .containsExactly(
                        "L'image naïve",
                        "  ✔ se construit\u00a0: en 16,0\u00a0s",
                        "L'image multi-stage comparée à l'image naïve",
                        "  ✔ est au moins 100\u00a0fois plus petite et fait au moins 500\u00a0Mo de moins\u00a0:"
                                + " 180\u00a0fois, 908\u00a0Mo de moins (5,06\u00a0Mo contre 913\u00a0Mo)");
    }

    @Test
    void aClaimThatFailedIsToldByTheFirstLineOfItsMessageWithWhyItMattersAndAHintBeneath() {
        assertThat(lines(new Outcome(
                        "MultiStageImageTest.hasOneLayer",
                        FAILED,
                        Message.verbatim("the multi-stage image should have 1 layer, but it has 2\n  | more"))))
                .containsExactly(
                        "The multi-stage image",
                        "  ✘ has one layer: the multi-stage image should have 1 layer, but it has 2",
                        "      why: A single COPY into an empty image makes a single layer: so the lesson's image shows"
                                + " all that it holds at a glance.",
                        "      hint: In the final stage every instruction that touches files adds a layer, even one that"
                                + " only makes a folder, and the base brings its own. What can you do without?");
    }

    @Test
    void inAFrenchRunAllOfItIsFrench() {
        assertThat(Summary.brief(Language.FRENCH)
                        .lines(judged(new Outcome(
                                "MultiStageImageTest.hasOneLayer",
                                FAILED,
                                Message.of("%s did not build", Variant.MULTI)))))
                .startsWith(
                        "L'image multi-stage",
                        "  ✘ n'a qu'une couche\u00a0: l'image multi-stage n'a pas pu être construite")
                .anySatisfy(line -> assertThat(line).startsWith("      pourquoi\u00a0: Un seul COPY "))
                .last(as(STRING))
                .startsWith("      piste\u00a0: Dans l'étape finale, ");
    }

    @Test
    void aClaimThatWasNotJudgedIsToldWithWhyAndWithoutAHint() {
        assertThat(lines(new Outcome(
                        "NaiveImageTest.answers",
                        NOT_JUDGED,
                        Message.verbatim("not judged: the naive image did not build"))))
                .containsExactly(
                        "The naive image", "  – answers on port 8080: not judged: the naive image did not build");
    }

    @Test
    void aFailureWithoutWordsIsStillAFailure() {
        assertThat(lines(new Outcome("NaiveImageTest.builds", FAILED, Message.NONE)))
                .startsWith("The naive image", "  ✘ builds: ")
                .hasSize(4);
    }

    @Test
    void claimsThatDidNotRunAreLeftOut() {
        assertThat(lines()).isEmpty();
    }

    private static Judged judged(Outcome... outcomes) {
        return new Judged(good(), List.of(outcomes));
    }

    private static List<String> lines(Outcome... outcomes) {
        return Summary.brief(Language.ENGLISH).lines(judged(outcomes));
    }
}
