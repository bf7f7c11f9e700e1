package multistage.facts;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import multistage.facts.fixtures.ExampleFacts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ImageFactsTest {
    @Test
    void givesAllThatWasMeasured() {
        ImageFacts naive = good().naive();

        assertThat(naive.image()).isEqualTo(ExampleFacts.naiveImage());
        assertThat(naive.executable().path()).isEqualTo("/go/bin/helloworld");
        assertThat(naive.service()).isEqualTo(ExampleFacts.naiveService());
        assertThat(naive.answeringService()).isEqualTo(naive.service());
        assertThat(naive.readOnlyService().variant()).isEqualTo(Variant.NAIVE);
    }

    @Test
    void nothingIsThereOfAnImageThatDidNotBuild() {
        ImageFacts naive =
                changed(good(), naive(notBuilt("go: command not found"))).naive();

        assertNotMeasured(naive::image, "the naive image did not build");
        assertNotMeasured(naive::service, "the naive image did not build");
        assertNotMeasured(naive::answeringService, "the naive image did not build");
        assertNotMeasured(naive::readOnlyService, "the naive image did not build");
        assertNotMeasured(naive::executable, "the naive image did not build");
    }

    @Test
    void aServiceThatNeverAnsweredIsThereButNotAsOneThatAnswers() {
        ImageFacts multi = changed(good(), multi(service(neverAnswering()))).multi();

        assertThat(multi.service().answer()).isEmpty();
        assertNotMeasured(multi::answeringService, "the multi-stage image never answered");
    }

    @Test
    void aProgramThatCouldNotBeReadIsNotThere() {
        ImageFacts multi = changed(good(), multi(image(with("executable", Optional.empty()))))
                .multi();

        assertNotMeasured(
                multi::executable, "the multi-stage image holds no program that its ENTRYPOINT and CMD would run");
    }

    @Test
    void aStepIsKnownByTheInstructionThatMadeIt() {
        assertThat(good().naive().ownSteps().stream()
                        .map(step ->
                                good().naive().instructionOf(step).orElseThrow().line()))
                .containsExactly(3, 7, 9, 10);
        assertThat(good().multi().ownSteps().stream()
                        .map(step ->
                                good().multi().instructionOf(step).orElseThrow().line()))
                .containsExactly(28, 29);
    }

    @Test
    void aStepOfTheBaseIsNoInstructionsOfTheImage() {
        HistoryEntry first = good().naive().image().history().get(0);

        assertThat(good().naive().instructionOf(first)).isEmpty();
    }

    @Test
    void whereInstructionsAndStepsDoNotTallyNoneIsNamed() {
        ImageFacts multi = changed(
                        good(),
                        multi(half -> changed(
                                half,
                                with(
                                        "build",
                                        changed(
                                                half.build(),
                                                with("instructions", ExampleFacts.naiveInstructions()))))))
                .multi();

        assertThat(multi.ownSteps()).hasSize(2);
        assertThat(multi.ownSteps())
                .allSatisfy(step -> assertThat(multi.instructionOf(step)).isEmpty());
    }

    @Test
    void anImageThatDidNotBuildHasNoSteps() {
        assertThat(changed(good(), naive(notBuilt("no network"))).naive().ownSteps())
                .isEmpty();
    }

    private static void assertNotMeasured(ThrowingCallable fact, String reason) {
        assertThatExceptionOfType(NotMeasured.class).isThrownBy(fact).withMessage(reason);
    }
}
