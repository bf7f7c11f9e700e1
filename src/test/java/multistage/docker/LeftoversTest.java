package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
    private final String[] thisRun = Leftovers.thisRun().split("-");

    @ParameterizedTest
    @CsvSource({
        "the run of this process,             0,      false",
        "one when the clock was set since,    2000,   false",
        "one whose number this process has, -60000,   true"
    })
    void aRunIsOverWhenItsProcessHasEnded(String run, long startMillis, boolean over) {
        String label = (Long.parseLong(thisRun[0]) + startMillis) + "-" + thisRun[1] + "-" + thisRun[2];

        assertThat(Leftovers.isOver(label)).as(run).isEqualTo(over);
        assertThat(Leftovers.isOver(thisRun[0] + "-" + Integer.MAX_VALUE + "-" + thisRun[2]))
                .as("one without a process")
                .isTrue();
    }

    @Test
    void aRunOfAnotherHostIsOverAfterADay() {
        assertThat(Leftovers.isOver(elsewhere(Duration.ofHours(23)))).isFalse();
        assertThat(Leftovers.isOver(elsewhere(Duration.ofHours(25)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "1-2", "1-2-3", "99999999999999999999-1-0123abcd", "1-1-0123abcd; rm"})
    void aLabelThatNoRunWroteNamesNone(String label) {
        assertThat(Leftovers.isOver(label)).isFalse();
    }

    private static String elsewhere(Duration ago) {
        return Instant.now().minus(ago).toEpochMilli() + "-1-0123abcd";
    }
}
