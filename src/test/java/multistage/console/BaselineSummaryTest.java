package multistage.console;

import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.baseline.BaselineComparison;
import multistage.baseline.Change;
import multistage.facts.Variant;
import multistage.page.Section;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class BaselineSummaryTest {
    private static final Change USER = new Change(
            "baseline.user",
            Variant.MULTI,
            "the multi-stage image: USER",
            "none",
            "65534",
            "+ 65534",
            "none",
            Optional.of(27),
            "Dockerfile-multi, line 27: FROM scratch");
    private static final String ON = "measured on " + good().engine().brief();

    private final BaselineSummary english = new BaselineSummary(Language.ENGLISH);
    private final BaselineSummary french = new BaselineSummary(Language.FRENCH);

    @Test
    void aLineSaysHowManyFactsHaveMoved() {
        assertThat(english.line(found(List.of())))
                .isEqualTo("Baseline: none of 18 facts has moved from docker/baseline.json, " + ON);
        assertThat(english.line(found(List.of(USER))))
                .startsWith("Baseline: 1 of 18 facts has moved from docker/baseline.json, " + ON);
        assertThat(english.line(found(List.of(USER, USER))))
                .startsWith("Baseline: 2 of 18 facts have moved from docker/baseline.json, " + ON);
    }

    @Test
    void whereThereIsSomethingToReviewTheLineSaysWhere() {
        String review = "; target/baseline.json is what this run would make of it, for review";

        assertThat(english.line(found(List.of(USER)))).endsWith(review);
        assertThat(english.line(found(List.of(), "another base"))).endsWith(ON + "; another base" + review);
    }

    @Test
    void aBaselineThatWasRewrittenIsSaidToBe() {
        BaselineComparison rewritten =
                new BaselineComparison("docker/baseline.json", good().engine(), 18, List.of(), true, List.of());

        assertThat(english.line(rewritten))
                .isEqualTo(
                        "Baseline: docker/baseline.json is rewritten; look at what has changed in it, then commit it");
    }

    @Test
    void whatCouldNotBeComparedOrRewrittenIsSaid() {
        assertThat(english.unreadable("docker/baseline.json is broken: why\nWhat to do: …"))
                .isEqualTo("Baseline: docker/baseline.json is broken: why");
        assertThat(english.notRewritten()).startsWith("Baseline: not rewritten, since nothing was compared");
    }

    @Test
    void theLineIsInTheRunsLanguage() {
        assertThat(french.line(found(List.of(USER))))
                .startsWith("Référence\u00a0: 1 des 18 faits a bougé par rapport à docker/baseline.json")
                .endsWith("target/baseline.json est ce que cette exécution en ferait, à relire");
    }

    @Test
    void aSectionShowsEachChangeInARow() {
        Section section = english.section(found(List.of(USER))).orElseThrow();

        assertThat(section.heading()).isEqualTo("The baseline");
        assertThat(section.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.ifTable().orElseThrow().rows())
                        .singleElement()
                        .satisfies(row -> assertThat(row.cells())
                                .extracting(cell -> cell.text().words())
                                .containsExactlyElementsOf(USER.cells())));
    }

    @Test
    void whereNothingHasMovedThereIsNoSection() {
        assertThat(english.section(found(List.of(), "another base"))).isEmpty();
    }

    private static BaselineComparison found(List<Change> changes, String... notes) {
        return new BaselineComparison("docker/baseline.json", good().engine(), 18, changes, false, List.of(notes));
    }
}
