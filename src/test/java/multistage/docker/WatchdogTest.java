package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import multistage.docker.fixtures.FakeEngine;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class WatchdogTest {
    private static final Duration LIMIT = Duration.ofMillis(400);

    @AutoClose
    private final FakeEngine engine = new FakeEngine();

    @AutoClose
    private final Watchdog watchdog = new Watchdog(engine.transport(), LIMIT);

    static Stream<Named<Consumer<FakeEngine>>> endsOfAnEngine() {
        return Stream.of(
                Named.of("killed", FakeEngine::close),
                Named.of("paused", engine -> engine.fallSilentOn("/")),
                Named.of("restarted", FakeEngine::endEvents));
    }

    @ParameterizedTest
    @MethodSource("endsOfAnEngine")
    void endsWorkThatHangsWhenTheEngineIs(Consumer<FakeEngine> end) {
        Awaitility.await().until(() -> !engine.asked("/events").isEmpty());

        assertLost(() -> {
            end.accept(engine);
            return new CompletableFuture<>().join();
        });
        assertThat(watchdog.isOver()).isTrue();
    }

    private void assertLost(Supplier<Object> work) {
        assertThatThrownBy(() -> watchdog.whileItAnswers(work))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining(engine.transport().getDockerHost() + " was lost in the middle of the run");
    }

    @ParameterizedTest
    @MethodSource("endsOfAnEngine")
    void believesNoWorkThatFailsJustThen(Consumer<FakeEngine> end) {
        Awaitility.await().until(() -> !engine.asked("/events").isEmpty());

        assertLost(() -> {
            end.accept(engine);
            throw new IllegalStateException("connection reset");
        });
    }

    @Test
    void givesWhatTheWorkGivesOrFailsWith() {
        assertThat(watchdog.whileItAnswers(() -> "done")).isEqualTo("done");
        IllegalStateException failure = new IllegalStateException("no such image");
        assertThatThrownBy(() -> watchdog.whileItAnswers(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(watchdog.isOver()).isFalse();
    }

    @Test
    void oneMissedPingIsNoLoss() {
        engine.fallSilentOn("/version");

        assertThat(watchdog.whileItAnswers(() -> {
                    Awaitility.await().until(() -> !engine.asked("/version").isEmpty());
                    engine.fallSilentOn("nothing");
                    return "done";
                }))
                .isEqualTo("done");
    }
}
