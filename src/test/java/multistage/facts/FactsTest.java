package multistage.facts;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void eachVariantHasItsOwn() {
        assertThat(good().of(Variant.NAIVE)).isEqualTo(good().naive());
        assertThat(good().of(Variant.MULTI)).isEqualTo(good().multi());
    }

    @Test
    void bothAreThereWithTheNaiveOneFirst() {
        assertThat(good().both()).containsExactly(good().naive(), good().multi());
    }

    @Test
    void podmanIsToldFromDocker() {
        assertThat(good().engine().isPodman()).isFalse();
        assertThat(changed(good().engine(), with("name", "Podman")).isPodman()).isTrue();
    }

    @Test
    void reportsCallADemoByItsName() {
        assertThat(changed(good(), with("demo", "Éloïse"))).hasToString("Éloïse");
        assertThat(Variant.NAIVE).hasToString("the naive image");
        assertThat(Variant.MULTI).hasToString("the multi-stage image");
    }

    @Test
    void theEngineIsNamedBesideAFigureWithoutItsAddress() {
        assertThat(good().engine().brief()).isEqualTo("Docker 28.5.2, overlay2");
        assertThat(good().engine()).hasToString("Docker 28.5.2, overlay2, unix:///var/run/docker.sock");
    }

    @Test
    void aStandInSaysSo() {
        assertThat(golang()).hasToString("golang:1.23");
        assertThat(changed(golang(), with("standIn", true))).hasToString("golang:1.23 (stand-in)");
    }

    @Test
    void filesAndNamesAreTheLessons() {
        assertThat(Variant.NAIVE.word()).isEqualTo("naive");
        assertThat(Variant.NAIVE.dockerfile()).isEqualTo("Dockerfile-naive");
        assertThat(Variant.MULTI.dockerfile()).isEqualTo("Dockerfile-multi");
        assertThat(Variant.MULTI.lessonName()).isEqualTo("example/multistaged-builds");
    }
}
