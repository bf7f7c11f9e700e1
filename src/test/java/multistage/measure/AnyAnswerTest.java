package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import multistage.facts.Response;
import multistage.measure.fixtures.FakeServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

class AnyAnswerTest {
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final String ERROR = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";

    @Test
    void anyAnswerAtAllEndsTheWait() {
        try (FakeServer server = FakeServer.onPort(ERROR)) {
            assertThat(waitFor(() -> url(server), true, AMPLE))
                    .extracting(asked -> asked.response().map(Response::status))
                    .isEqualTo(Optional.of(500));
        }
    }

    @Test
    void aServiceThatIsPublishedLaterIsAskedThen() {
        AtomicInteger looks = new AtomicInteger();
        try (FakeServer server = FakeServer.onPort(ERROR)) {
            assertThat(waitFor(() -> looks.incrementAndGet() < 3 ? Optional.empty() : url(server), true, AMPLE)
                            .response())
                    .isPresent();
        }
    }

    @Test
    void aContainerThatHasEndedEndsTheWait() {
        assertThat(waitFor(Optional::empty, false, Duration.ofDays(1))).isEqualTo(ServiceClient.Asked.NOBODY);
    }

    @Test
    void theLimitEndsTheWait() {
        assertThat(waitFor(Optional::empty, true, SHORT)).isEqualTo(ServiceClient.Asked.NOBODY);
    }

    @Test
    void aServiceThatTakesTheCallAndStaysSilentIsNotWaitedForLonger() {
        try (FakeServer silent = FakeServer.silentOnPort()) {
            assertThat(waitFor(() -> url(silent), true, Duration.ofSeconds(2)))
                    .isEqualTo(new ServiceClient.Asked(Optional.empty(), true));
        }
    }

    /** Fails when the wait is not over in time, whatever its limit. */
    private static ServiceClient.Asked waitFor(Supplier<Optional<HttpUrl>> url, boolean running, Duration limit) {
        AnyAnswer wait = new AnyAnswer(new ServiceClient(), url, limit);
        assertThat(CompletableFuture.runAsync(() -> wait.waitUntilReady(container(running))))
                .succeedsWithin(AMPLE);
        return wait.asked();
    }

    private static Optional<HttpUrl> url(FakeServer server) {
        return Optional.of(HttpUrl.get("http://" + server.hostAndPort()));
    }

    private static WaitStrategyTarget container(boolean running) {
        return (WaitStrategyTarget) Proxy.newProxyInstance(
                AnyAnswerTest.class.getClassLoader(),
                new Class<?>[] {WaitStrategyTarget.class},
                (target, method, arguments) -> method.getName().equals("isRunning") ? running : null);
    }
}
