package multistage.answers;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.holding;
import static multistage.facts.Changes.image;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.naive;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.file;
import static multistage.facts.ExampleFacts.golang;
import static multistage.facts.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.facts.Facts;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Judged EARLIER = judged(good());

    @Test
    void theSameFiguresHaveNotMoved() {
        assertThat(Drift.between(EARLIER, EARLIER)).isEmpty();
    }

    @Test
    void fivePercentAreAllowedEitherWayAndNoMore() {
        assertThat(Drift.between(EARLIER, holdingBytes(5_315_948))).isEmpty();
        assertThat(Drift.between(EARLIER, holdingBytes(4_809_668))).isEmpty();
        assertThat(Drift.between(EARLIER, holdingBytes(5_315_949)))
                .containsExactly("multi-stage bytes of content: 5062808 before, 5315949 now");
        assertThat(Drift.between(EARLIER, holdingBytes(4_809_667)))
                .containsExactly("multi-stage bytes of content: 5062808 before, 4809667 now");
    }

    @Test
    void aNumberOfLayersMayNotMoveAtAll() {
        Judged more = judged(changed(good(), multi(image(with("layers", List.of("sha256:m1", "sha256:m2"))))));

        assertThat(Drift.between(EARLIER, more)).containsExactly("multi-stage layers: 1 before, 2 now");
    }

    @Test
    void whatIsKnownOnOneSideOnlyIsTold() {
        Judged unread = judged(changed(good(), multi(image(with("packedBytes", Optional.empty())))));

        assertThat(Drift.between(EARLIER, unread))
                .containsExactly("multi-stage bytes packed: 2170000 before, not known now");
        assertThat(Drift.between(unread, EARLIER))
                .containsExactly("multi-stage bytes packed: not known before, 2170000 now");
    }

    @Test
    void anotherBaseOrAnotherWayOfCountingCannotBeCompared() {
        Judged otherBase = judged(changed(
                good(),
                naive(image(with("base", Optional.of(changed(golang(), with("layers", List.of("sha256:x")))))))));
        Judged otherStore = judged(changed(
                good(), with("engine", changed(good().engine(), with("store", "containerd overlayfs")))));

        assertThat(Drift.isComparable(EARLIER, EARLIER)).isTrue();
        assertThat(Drift.isComparable(EARLIER, otherBase)).isFalse();
        assertThat(Drift.isComparable(EARLIER, otherStore)).isFalse();
    }

    private static Judged holdingBytes(long bytes) {
        return judged(changed(good(), multi(image(holding(file("/hello", bytes))))));
    }

    private static Judged judged(Facts facts) {
        return new Judged(facts, List.of(), Optional.empty());
    }
}
