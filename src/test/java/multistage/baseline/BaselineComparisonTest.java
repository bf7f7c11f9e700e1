package multistage.baseline;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.baseline.fixtures.Moved;
import multistage.facts.Facts;
import multistage.facts.NotMeasured;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineComparisonTest {
    private static final Baseline COMMITTED = Baseline.of(good());

    @Test
    void theSameFactsHaveNotMoved() {
        BaselineComparison same = compare(good());

        assertThat(same.changes()).isEmpty();
        assertThat(same.notes()).isEmpty();
        assertThat(same.compared()).isEqualTo(Fact.values().length);
        assertThat(same.engine()).isEqualTo(good().engine());
    }

    @Test
    void theRootFolderIsTheSameByItsNameOrWithout() {
        assertThat(compare(changed(good(), Moved.rootFolderByName())).changes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneFactThatMovesIsFoundAndNoOther(Fact fact) {
        assertThat(compare(Moved.only(fact)).changes())
                .extracting(Change::check)
                .containsExactly(fact.check());
    }

    @Test
    void aChangeIsToldWithAllThatAReviewerAsksFor() {
        assertThat(compare(Moved.only(Fact.CONTENT)).changes())
                .containsExactly(
                        new Change(
                                "baseline.content",
                                Variant.MULTI,
                                "the multi-stage image: bytes of its files",
                                "5.06 MB",
                                "5.32 MB",
                                "+253,141 bytes, +5.01 %",
                                "±5 %",
                                Optional.of(25),
                                "Dockerfile-multi, line 25: RUN CGO_ENABLED=0 go build -trimpath -ldflags=\"-s -w\" -o /hello ./main.go"));
    }

    @Test
    void uponABaseThatIsNotKnownTheRestIsComparedAndSo() {
        BaselineComparison elsewhere = compare(changed(good(), Moved.uponAnotherBase()));

        assertThat(elsewhere.changes()).isEmpty();
        assertThat(elsewhere.compared()).isEqualTo(Fact.values().length - 3);
        assertThat(elsewhere.notes())
                .containsExactly("there is no baseline for this base yet, golang:1.23 of 7 layers:"
                        + " what the naive image adds to it was not compared");
    }

    @Test
    void uponABaseThatIsNotKnownWhatMovesIsFoundAllTheSame() {
        Facts moved = changed(Moved.only(Fact.NAIVE_LAYERS), Moved.uponAnotherBase());

        assertThat(compare(moved).changes()).extracting(Change::check).containsExactly("baseline.naive-layers");
    }

    @Test
    void anEngineThatCountsSomethingElseIsNotComparedByWeight() {
        UnaryOperator<Facts> onPodman = with("engine", changed(good().engine(), with("name", "Podman")));
        BaselineComparison podman = compare(changed(good(), onPodman));

        assertThat(podman.compared()).isEqualTo(Fact.values().length - 1);
        assertThat(podman.notes())
                .containsExactly(
                        "upon this base, golang:1.23 of 7 layers, the baseline knows no tar bytes, which this engine counts:"
                                + " what the naive image weighs over it was not compared");
    }

    @Test
    void aStandInIsKnownByItsReleaseWhateverItsLayersAre() {
        Baseline committed = Baseline.of(changed(good(), Moved.uponAStandIn("sha256:of-one-machine")));
        Facts elsewhere = changed(good(), Moved.uponAStandIn("sha256:of-another"));

        BaselineComparison found = BaselineComparison.of("docker/baseline.json", committed, elsewhere, false);

        assertThat(found.compared()).isEqualTo(Fact.values().length);
        assertThat(found.notes()).isEmpty();
        assertThat(committed.bases().get(0).layers()).isEmpty();
    }

    @Test
    void ofAStandInOnlyTheReleaseMakesItAnother() {
        Facts standIn = changed(good(), Moved.uponAStandIn("sha256:of-one-machine"));
        Facts withLang = changed(
                standIn,
                naive(image(it -> changed(
                        it,
                        with(
                                "config",
                                changed(it.config(), with("env", List.of("GOLANG_VERSION=1.23.12", "LANG=C"))))))));

        BaselineComparison found = BaselineComparison.of("docker/baseline.json", Baseline.of(standIn), withLang, false);

        assertThat(found.changes()).extracting(Change::check).containsExactly("baseline.naive-env");
    }

    @Test
    void aStandInForAnotherReleaseIsAnotherBaseAndSoIsTheOfficialImage() {
        Facts standIn = changed(good(), Moved.uponAStandIn("sha256:of-one-machine"));
        Facts later = changed(
                standIn,
                naive(image(it -> changed(
                        it, with("config", changed(it.config(), with("env", List.of("GOLANG_VERSION=1.23.99"))))))));

        BaselineComparison found = BaselineComparison.of("docker/baseline.json", Baseline.of(standIn), later, false);

        assertThat(found.changes()).isEmpty();
        assertThat(found.notes())
                .containsExactly("there is no baseline for this base yet, golang:1.23 (stand-in):"
                        + " what the naive image adds to it was not compared");
        assertThat(compare(standIn).notes()).hasSize(1);
    }

    @Test
    void aDockerfileThatChangedAndMovedNothingIsOnlySaid() {
        BaselineComparison found = compare(changed(good(), multi(Moved.saying(List.of()))));

        assertThat(found.changes()).isEmpty();
        assertThat(found.notes())
                .containsExactly("Dockerfile-multi says something else than when the baseline was committed");
    }

    @Test
    void whatWasNotMeasuredIsNotCompared() {
        assertNotMeasured(changed(good(), multi(notBuilt("no network"))), "the multi-stage image did not build");
        assertNotMeasured(changed(good(), naive(notBuilt("no network"))), "the naive image did not build");
        assertNotMeasured(
                changed(good(), multi(image(with("content", Optional.empty())))),
                "what the multi-stage image holds could not be read");
        assertNotMeasured(
                changed(good(), multi(image(with("executable", Optional.empty())))),
                "the multi-stage image holds no program that its ENTRYPOINT and CMD would run");
        assertNotMeasured(
                changed(good(), naive(image(with("base", Optional.empty())))),
                "the base of the naive image is not known");
    }

    @Test
    void everyFactHasANameOfItsOwn() {
        assertThat(Arrays.stream(Fact.values()).map(Fact::toString)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Fact.values()).map(Fact::check)).doesNotHaveDuplicates();
    }

    private static void assertNotMeasured(Facts facts, String reason) {
        assertThatExceptionOfType(NotMeasured.class)
                .isThrownBy(() -> compare(facts))
                .withMessage(reason);
    }

    private static BaselineComparison compare(Facts facts) {
        return BaselineComparison.of("docker/baseline.json", COMMITTED, facts, false);
    }
}
