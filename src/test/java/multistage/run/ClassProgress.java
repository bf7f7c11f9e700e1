package multistage.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import multistage.facts.Message;

/** How far the measuring of a class has come, and how long it will go on if it goes on so. */
final class ClassProgress {
    private final int all;
    private final InstantSource clock;
    private final Instant start;
    private int done;

    /** @param all how many there are to measure, from now on */
    ClassProgress(int all, InstantSource clock) {
        this.all = all;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** One more is done: {@code [12/30] Éloïse, in 14 s; about 3 min left}. */
    Message done(Message what) {
        done++;
        return done < all
                ? Message.of("[%s/%s] %s; about %s left", done, all, what, left())
                : Message.of("[%s/%s] %s", done, all, what);
    }

    private Message left() {
        Duration left = Duration.between(start, clock.instant())
                .multipliedBy(all - done)
                .dividedBy(done);
        return left.compareTo(Duration.ofSeconds(90)) < 0
                ? Message.of("%s s", Math.max(1, left.toSeconds()))
                : Message.of("%s min", left.plusSeconds(30).toMinutes());
    }
}
