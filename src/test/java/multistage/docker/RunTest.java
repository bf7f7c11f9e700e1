package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    private final Run current = Run.current();

    @Test
    void isReadAsItIsWritten() {
        assertThat(Run.isOneOf(current::equals, current.toString())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "1-2", "1-2-3", "99999999999999999999-1-0123abcd", "1-1-0123abcd; rm"})
    void whatNoRunWroteIsNone(String label) {
        assertThat(Run.isOneOf(run -> true, label)).isFalse();
    }

    @Test
    void livesAsLongAsItsProcess() {
        assertThat(current.isOver()).isFalse();
        assertThat(new Run(current.start() + 2_000, current.pid(), current.place()).isOver())
                .as("over when the clock was set meanwhile")
                .isFalse();
        assertThat(new Run(current.start() - 60_000, current.pid(), current.place()).isOver())
                .as("over when another process has its number")
                .isTrue();
        assertThat(new Run(current.start(), Integer.MAX_VALUE, current.place()).isOver())
                .isTrue();
    }

    @Test
    void ofAnotherHostLivesADay() {
        long now = Instant.now().toEpochMilli();

        assertThat(Stream.of(23, 25).map(hours -> now - Duration.ofHours(hours).toMillis()))
                .extracting(start -> new Run(start, current.pid(), "0123abcd").isOver())
                .containsExactly(false, true);
    }
}
