package multistage.facts;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.image;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.naive;
import static multistage.facts.Changes.neverAnswering;
import static multistage.facts.Changes.notBuilt;
import static multistage.facts.Changes.service;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
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

        assertNotMeasured(multi::executable, "the program that the multi-stage image runs could not be read");
    }

    private static void assertNotMeasured(ThrowingCallable fact, String reason) {
        assertThatExceptionOfType(NotMeasured.class).isThrownBy(fact).withMessage(reason);
    }
}
