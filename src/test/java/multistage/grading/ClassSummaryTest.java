package multistage.grading;

import static multistage.grading.fixtures.ExampleClass.holding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.grading.fixtures.ExampleClass;
import multistage.page.Document;
import multistage.page.Markdown;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class ClassSummaryTest {
    private static final List<Grade> CLASS = List.of(
            holding("Zoé Lefèvre", 21, Optional.of(5_062_808L)),
            holding("Bob", 8, Optional.of(850_000_000L)),
            holding("Chloé", 3, Optional.empty()),
            Grade.withoutMarks("Ana", "Ana", "the engine did not answer within 60 s\nat once", ExampleClass.MEASURED));

    @Test
    void columnsStandStraightAndTheTotalsFollow() {
        assertThat(new ClassSummary(Language.ENGLISH).lines(CLASS))
                .containsExactly(
                        "  Student      Points  Multi-stage  Rank",
                        "  Ana          Not judged, through no fault of theirs: the engine did not answer within 60 s",
                        "  Bob            8/21       850 MB     2",
                        "  Chloé          3/21            –     –",
                        "  Zoé Lefèvre   21/21      5.06 MB     1",
                        "",
                        "Judged: 3 of 4 students; on average 10.7 of 21 points; with all of them: 1",
                        "Not judged, for a reason that is not theirs: 1. Run again, and only they are measured.");
    }

    @Test
    void itIsToldInFrenchToo() {
        assertThat(new ClassSummary(Language.FRENCH).lines(CLASS))
                .anySatisfy(line -> assertThat(line).matches("  Zoé Lefèvre +21/21 +5,06\u00a0Mo +1"))
                .contains(
                        "Étudiants jugés\u00a0: 3 sur 4\u00a0; en moyenne 10,7 points sur 21\u00a0; tous les points\u00a0: 1");
    }

    @Test
    void whereEverybodyWasJudgedNothingElseIsSaid() {
        assertThat(new ClassSummary(Language.ENGLISH).lines(CLASS.subList(0, 3)))
                .hasSize(6)
                .last()
                .asString()
                .startsWith("Judged: 3 of 3 students");
    }

    @Test
    void noNameMovesTheCursorOrTheColumns() {
        assertThat(new ClassSummary(Language.ENGLISH).lines(ExampleClass.of(30)))
                .hasSize(34)
                .allSatisfy(
                        line -> assertThat(line).doesNotContainPattern("\\p{C}").hasSizeLessThan(250));
    }

    @Test
    void theJobsPageShowsTheClassInBrief() {
        Document page = new ClassSummary(Language.ENGLISH).document("2026-B", CLASS);

        assertThat(new Markdown(page, false).render())
                .contains("# The class 2026-B", "| Zoé Lefèvre | 21/21 | 5.06 MB | 1 |", "| Chloé | 3/21 | – | – |")
                .contains("| The multi-stage image builds |");
    }
}
