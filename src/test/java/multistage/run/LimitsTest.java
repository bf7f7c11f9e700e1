package multistage.run;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.ended;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import multistage.facts.BuildFacts;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Limits BEFORE = limits(60, 5);

    @Test
    void aBuildThatTookAllOfItsTimeMayDoWithMore() {
        Facts facts = changed(good(), naive(unbuiltAfter(60)));

        assertThat(BEFORE.cutShort(facts, limits(61, 5))).isTrue();
        assertThat(BEFORE.cutShort(facts, limits(60, 50))).isFalse();
        assertThat(BEFORE.cutShort(facts, limits(30, 5))).isFalse();
    }

    @Test
    void aBuildThatFailedBeforeThatWillNot() {
        assertThat(BEFORE.cutShort(changed(good(), naive(unbuiltAfter(59))), limits(600, 5)))
                .isFalse();
    }

    @Test
    void aServiceThatStillRanWithoutAnAnswerMayDoWithMore() {
        Facts facts = changed(good(), multi(service(neverAnswering())));

        assertThat(BEFORE.cutShort(facts, limits(60, 6))).isTrue();
        assertThat(BEFORE.cutShort(facts, limits(600, 5))).isFalse();
    }

    @Test
    void aServiceThatHadEndedWillNot() {
        assertThat(BEFORE.cutShort(changed(good(), multi(service(ended(1)))), limits(600, 50)))
                .isFalse();
    }

    @Test
    void whatWentWellIsMeasured() {
        assertThat(BEFORE.cutShort(good(), limits(600, 50))).isFalse();
    }

    private static UnaryOperator<ImageFacts> unbuiltAfter(int seconds) {
        return image -> {
            ImageFacts unbuilt = changed(image, notBuilt("it was not done"));
            BuildFacts build = changed(unbuilt.build(), with("took", Duration.ofSeconds(seconds)));
            return changed(unbuilt, with("build", build));
        };
    }

    private static Limits limits(int build, int start) {
        return new Limits(Duration.ofSeconds(build), Duration.ofSeconds(start));
    }
}
