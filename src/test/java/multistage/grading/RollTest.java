package multistage.grading;

import static multistage.grading.fixtures.ExampleClass.counting;
import static multistage.grading.fixtures.ExampleClass.holding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.grading.fixtures.ExampleClass;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class RollTest {
    private static final int ALL = counting().size();

    private final Grade large = holding("Large", ALL, Optional.of(7L));
    private final Grade small = holding("Small", ALL - 1, Optional.of(5L));
    private final Grade alike = holding("Alike", ALL - 3, Optional.of(5L));
    private final Grade silent = holding("Silent", 0, Optional.empty());
    private final Grade lost = Grade.withoutMarks("Lost", "Lost", "no space left on device", ExampleClass.MEASURED);
    private final Roll roll = new Roll(List.of(large, small, lost, alike, silent));

    @Test
    void theSmallestComesFirstAndEqualSizesShareARank() {
        assertThat(roll.ranked()).containsExactly(alike, small, large);
        assertThat(roll.rank(alike)).contains(1);
        assertThat(roll.rank(small)).contains(1);
        assertThat(roll.rank(large)).contains(3);
    }

    @Test
    void onlyAnImageWhoseServiceAnswersIsRanked() {
        Grade mute = new Grade(
                "Mute",
                "Mute",
                small.marks(),
                Optional.empty(),
                Optional.of(1L),
                Optional.empty(),
                false,
                small.measured(),
                Optional.empty());

        Roll withMute = new Roll(List.of(mute, small));

        assertThat(withMute.rank(mute)).isEmpty();
        assertThat(withMute.rank(small)).contains(1);
        assertThat(roll.rank(silent)).isEmpty();
        assertThat(roll.rank(lost)).isEmpty();
    }

    @Test
    void whoCouldNotBeJudgedDoesNotWeighOnTheAverage() {
        assertThat(roll.size()).isEqualTo(5);
        assertThat(roll.judged()).doesNotContain(lost).hasSize(4);
        assertThat(roll.notJudged()).containsExactly(lost);
        assertThat(roll.average()).isEqualTo((4 * ALL - 4 - ALL) / 4.0);
        assertThat(roll.of()).isEqualTo(ALL);
        assertThat(roll.withAll()).isEqualTo(1);
    }

    @Test
    void claimsAreCountedByWhoHoldsThem() {
        assertThat(roll.claims()).containsExactlyElementsOf(counting());
        assertThat(roll.holding(counting().get(0))).isEqualTo(3);
        assertThat(roll.holding(counting().get(ALL - 1))).isEqualTo(1);
        assertThat(roll.points(counting().get(0))).isEqualTo(1);
    }

    @Test
    void namesAreInTheOrderThatPeopleExpect() {
        Roll names = new Roll(List.of(
                holding("Zoé", 1, Optional.empty()),
                holding("emma", 1, Optional.empty()),
                holding("Élodie", 1, Optional.empty()),
                holding("Eve", 1, Optional.empty())));

        assertThat(names.byName(Language.FRENCH))
                .extracting(Grade::student)
                .containsExactly("Élodie", "emma", "Eve", "Zoé");
    }

    @Test
    void aClassOfNobodyIsAClassToo() {
        Roll nobody = new Roll(List.of());

        assertThat(nobody.average()).isZero();
        assertThat(nobody.claims()).isEmpty();
        assertThat(nobody.measured()).isEmpty();
    }
}
