package multistage.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Waits until the service gives any answer at all, its container ends, or the time is up, and fails in none of these cases:
 * which it was is a fact, and a claim judges it. Testcontainers' own HTTP wait asks once a second and does not see that a
 * container has ended; its default one runs a shell, which a scratch image does not have.
 */
final class AnyAnswer extends AbstractWaitStrategy {
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final ServiceClient asker;
    private final Supplier<Optional<HttpUrl>> url;
    private final Duration limit;
    private ServiceClient.Asked asked = ServiceClient.Asked.NOBODY;

    /**
     * @param url where the service is published, once it is; nothing for a container that ended at once
     * @param limit how long to wait at the most
     */
    AnyAnswer(ServiceClient asker, Supplier<Optional<HttpUrl>> url, Duration limit) {
        this.asker = asker;
        this.url = url;
        this.limit = limit;
    }

    @Override
    protected void waitUntilReady() {
        Instant end = Instant.now().plus(limit);
        try {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN)
                    .atMost(limit)
                    .until(() -> isAnswered(end) || !waitStrategyTarget.isRunning());
        } catch (ConditionTimeoutException timeIsUp) {
            return;
        }
    }

    private boolean isAnswered(Instant end) {
        asked = url.get()
                .map(there -> asker.ask(there, atLeast(BETWEEN, Duration.between(Instant.now(), end))))
                .orElse(ServiceClient.Asked.NOBODY);
        return asked.response().isPresent();
    }

    private static Duration atLeast(Duration least, Duration duration) {
        return duration.compareTo(least) < 0 ? least : duration;
    }

    /** What came of asking for the last time: the first answer, if there was one. */
    ServiceClient.Asked asked() {
        return asked;
    }
}
