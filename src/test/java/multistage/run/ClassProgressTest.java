package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import multistage.facts.Message;
import org.junit.jupiter.api.Test;

class ClassProgressTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void whatIsLeftIsToldFromWhatItTookSoFar() {
        ClassProgress progress = new ClassProgress(30, now::get);

        pass(Duration.ofSeconds(20));
        assertThat(done(progress, "ada in 20 s")).isEqualTo("[1/30] ada in 20 s; about 10 min left");
        pass(Duration.ofSeconds(4));
        assertThat(done(progress, "bob in 24 s")).isEqualTo("[2/30] bob in 24 s; about 6 min left");
    }

    @Test
    void theLastMomentsAreToldInSecondsAndAreNeverNone() {
        ClassProgress progress = new ClassProgress(3, now::get);

        pass(Duration.ofSeconds(30));
        assertThat(done(progress, "ada")).endsWith("; about 60 s left");
        assertThat(done(progress, "bob")).endsWith("; about 15 s left");

        ClassProgress quick = new ClassProgress(2, now::get);
        assertThat(done(quick, "ada")).endsWith("; about 1 s left");
    }

    @Test
    void afterTheLastNothingIsLeft() {
        assertThat(done(new ClassProgress(1, now::get), "ada in 1 s")).isEqualTo("[1/1] ada in 1 s");
    }

    private static String done(ClassProgress progress, String what) {
        return progress.done(Message.verbatim(what)).english();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
