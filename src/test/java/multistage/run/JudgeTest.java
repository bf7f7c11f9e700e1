package multistage.run;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final Facts NOT_BUILT = changed(good(), multi(notBuilt("no such stage: builder")));

    @Test
    void principlesAreJudgedInTheLessonsOrder() {
        assertThat(Judge.principles(good()))
                .isNotEmpty()
                .extracting(Outcome::claim)
                .containsExactlyElementsOf(Catalogue.read(Language.ENGLISH).claims().stream()
                        .filter(Judge::isPrinciple)
                        .toList());
    }

    @Test
    void lettersAreNoPrinciples() {
        assertThat(Judge.principles(good()))
                .extracting(Outcome::claim)
                .contains("NaiveImageTest.builds", "ComparisonTest.hasFewerLayers")
                .doesNotContain("MultiStageImageTest.hasOneLayer");
        assertThat(Judge.isPrinciple("MultiStageImageTest.hasOneLayer")).isFalse();
    }

    @Test
    void aClaimThatHoldsHasNoMessage() {
        assertThat(Judge.outcome("MultiStageImageTest.builds", good()))
                .isEqualTo(Outcome.held("MultiStageImageTest.builds"));
    }

    @Test
    void aClaimThatFailsHasItsOwn() {
        assertThat(Judge.outcome("MultiStageImageTest.builds", NOT_BUILT))
                .isEqualTo(new Outcome(
                        "MultiStageImageTest.builds", Verdict.FAILED, Message.verbatim("no such stage: builder")));
    }

    @Test
    void aClaimOnWhatWasNotMeasuredIsNotJudged() {
        assertThat(Judge.outcome("MultiStageImageTest.answers", NOT_BUILT))
                .isEqualTo(new Outcome(
                        "MultiStageImageTest.answers",
                        Verdict.NOT_JUDGED,
                        Message.of("not judged: %s", Message.of("%s did not build", Variant.MULTI))));
    }

    @Test
    void aClaimThatThrowsAnythingElseIsNamedWithIt() {
        Facts broken = changed(good(), with("demo", "another-text"), with("multi", null));

        assertThatIllegalStateException()
                .isThrownBy(() -> Judge.outcome("MultiStageImageTest.builds", broken))
                .withMessageStartingWith(
                        "MultiStageImageTest.builds can make nothing of another-text: it threw java.lang.NullPointer")
                .withCauseInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MultiStageImageTest.flies", "NoTest.builds", "builds", ""})
    void whatIsNoClaimIsAnError(String claim) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judge.outcome(claim, good()))
                .withMessage("there is no claim " + claim);
    }
}
