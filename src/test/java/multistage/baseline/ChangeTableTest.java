package multistage.baseline;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import multistage.baseline.fixtures.Moved;
import multistage.facts.Facts;
import org.junit.jupiter.api.Test;

class ChangeTableTest {
    @Test
    void itsColumnsAreAligned() {
        assertThat(table(changed(Moved.only(Fact.USER), Moved.aptGetBrings(49_000_000)))
                        .lines())
                .endsWith(
                        "fact                                  baseline  now     change"
                                + "                       allowed  brought by",
                        "the multi-stage image: USER           none      65534   + 65534"
                                + "                      none     Dockerfile-multi, line 27: FROM scratch",
                        "the naive image: bytes over its base  78.0 MB   127 MB  +49,000,000 bytes, +62.83 %"
                                + "  ±5 %     Dockerfile-naive, line 3 unchanged, but 49.0 MB heavier: RUN apt-get update"
                                + " && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*");
    }

    @Test
    void itsFirstLineSaysHowManyHaveMovedAndOnWhichEngine() {
        assertThat(table(Moved.only(Fact.USER)).lines())
                .startsWith("1 of 18 facts has moved from docker/baseline.json, measured on "
                        + good().engine().brief() + ":");
        assertThat(table(changed(Moved.only(Fact.USER), Moved.aptGetBrings(49_000_000)))
                        .lines()
                        .get(0))
                .startsWith("2 of 18 facts have moved");
    }

    @Test
    void whatAnImageSaysStaysOnItsLine() {
        Facts hostile = changed(
                good(),
                multi(image(it -> changed(it, with("config", changed(it.config(), with("user", "a\n::error::b")))))));

        assertThat(table(hostile).lines()).hasSize(3).last().asString().contains("a ::error::b");
    }

    private static ChangeTable table(Facts now) {
        return new ChangeTable(BaselineComparison.of("docker/baseline.json", Baseline.of(good()), now, false));
    }
}
