package multistage.engine;

import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;

/** The threads that were started since this was made. */
final class NewThreads {
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    /** Waits until none of that name runs any more. */
    void awaitEndOf(String name) {
        Awaitility.await("the end of " + name)
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals(name) && !before.contains(thread)));
    }
}
