package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import multistage.engine.fixtures.FakeEngine;
import multistage.engine.fixtures.FakeServer;
import multistage.engine.fixtures.NewThreads;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration BRIEF = Duration.ofMillis(10);
    private static final Duration NEVER = Duration.ofHours(1);

    private static final Heartbeat.Limits BEATING = new Heartbeat.Limits(BRIEF, AMPLE, NEVER);
    private static final Heartbeat.Limits IMPATIENT = new Heartbeat.Limits(BRIEF, SHORT, NEVER);
    /** So that whatever is noticed is noticed by something else than a beat. */
    private static final Heartbeat.Limits WITHOUT_BEATS = new Heartbeat.Limits(NEVER, AMPLE, NEVER);

    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<String> endOfTest = new CompletableFuture<>();
    private final NewThreads threads = new NewThreads();

    @TempDir
    private Path folder;

    @AfterEach
    void endWorkThatNeverEnds() {
        endOfTest.complete("over");
    }

    @Test
    void whatWorkGivesPassesThrough() {
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING)) {
            assertThat(heartbeat.<String>whileItBeats(() -> "done")).isEqualTo("done");
        }
    }

    @Test
    void workMayGiveNothing() {
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING)) {
            assertThat(heartbeat.<String>whileItBeats(() -> null)).isNull();
        }
    }

    @Test
    void aFailureOfTheWorkItselfPassesThrough() {
        RuntimeException own = new IllegalStateException("the work's own");
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING)) {
            assertThatThrownBy(() -> heartbeat.whileItBeats(() -> {
                        throw own;
                    }))
                    .isSameAs(own);
            assertThat(heartbeat.isLost()).isFalse();
        }
    }

    @Test
    void workIsDoneForAsLongAsTheEngineAnswers() {
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING)) {
            CompletableFuture<String> working = meanwhile(() -> heartbeat.whileItBeats(endOfTest::join));
            await(() -> engine.asked().size() >= 4);
            endOfTest.complete("done");

            assertThat(working).succeedsWithin(AMPLE).isEqualTo("done");
            assertThat(engine.asked()).containsOnly("GET /version HTTP/1.1");
        }
    }

    @Test
    void workOnAnEngineThatHangsEndsEvenIfItNeverNotices() {
        try (FakeServer engine = FakeServer.silentOnSocket(folder.resolve("engine.sock"));
                Heartbeat heartbeat = Heartbeat.of(engine.address(), IMPATIENT)) {
            assertThat(lossDuring(heartbeat, endOfTest::join))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageStartingWith("The engine at unix://" + folder.resolve("engine.sock") + " was lost")
                    .hasMessageContaining("run: no answer within");
        }
    }

    @Test
    void soDoesWorkOnAnEngineThatAnsweredFirst() {
        try (FakeEngine engine =
                        onSocket().answering(question -> begun.isDone() ? FakeEngine.SILENCE : FakeServer.PONG);
                Heartbeat heartbeat = Heartbeat.of(engine.address(), IMPATIENT)) {
            assertThat(lossDuring(heartbeat, () -> waitFor(heartbeat, Operation.RUN)))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageContaining(", while running a command in a container: no answer within");
        }
    }

    @Test
    void oneMissedSignOfLifeIsForgiven() {
        try (FakeEngine engine =
                        onSocket().answering(question -> question % 2 == 0 ? FakeServer.PONG : FakeEngine.FAILURE);
                Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING)) {
            await(() -> engine.asked().size() >= 6);

            assertThat(heartbeat.isLost()).isFalse();
        }
    }

    @Test
    void twoInARowAreNotEvenIfItAnswersAgain() {
        try (FakeEngine engine = onSocket()
                        .answering(question -> question == 2 || question == 3 ? FakeEngine.FAILURE : FakeServer.PONG);
                Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING)) {
            await(() -> engine.asked().size() >= 5);

            assertThat(lossDuring(heartbeat, () -> "done"))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageContaining("run: it answered with status 500");
        }
    }

    @Test
    void anEngineThatDiedIsNoticedByItsBeat() {
        try (FakeEngine engine = FakeEngine.onPort().withoutEvents();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING)) {
            assertThat(lossDuring(heartbeat, () -> {
                        engine.die();
                        return endOfTest.join();
                    }))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageContaining(
                            "The engine at " + engine.address().uri().toString())
                    .message()
                    .containsIgnoringCase("refused");
        }
    }

    @Test
    void anEngineThatDiedIsNoticedByTheEndOfItsLifeline() {
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            engine.awaitLifeline();
            engine.die();

            assertThat(lossDuring(heartbeat, endOfTest::join))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageContaining("run: it ended the connection that it keeps open");
        }
    }

    @Test
    void anEngineThatEndsALifelineOnASocketWasRestartedIfItAnswers() {
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            engine.endLifeline();

            assertThat(lossDuring(heartbeat, endOfTest::join))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageContaining("run: it ended the connection that it keeps open");
        }
    }

    @Test
    void aLifelineOverTheNetworkMayEndIfTheEngineAnswers() {
        try (FakeEngine engine = FakeEngine.onPort();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            engine.endLifeline();
            threads.awaitEndOf("a lifeline to an engine");

            assertThat(engine.asked()).hasSize(1);
            assertThat(heartbeat.isLost()).isFalse();
            assertThat(heartbeat.<String>whileItBeats(() -> "done")).isEqualTo("done");
        }
    }

    @Test
    void aLifelineOverTheNetworkThatEndsWithNoSignOfLifeMeansLoss() {
        try (FakeEngine engine = FakeEngine.onPort().answering(question -> FakeEngine.FAILURE);
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            engine.endLifeline();

            assertThat(lossDuring(heartbeat, endOfTest::join))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageContaining("run: it answered with status 500");
        }
    }

    @Test
    void anEngineWithoutEventsIsNotLostForThat() {
        try (FakeEngine engine = onSocket().withoutEvents();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            threads.awaitEndOf("a lifeline to an engine");

            assertThat(heartbeat.isLost()).isFalse();
        }
    }

    @Test
    void anOperationBeyondItsLimitMeansLossThoughTheEngineAnswers() {
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat =
                        Heartbeat.of(engine.address(), new Heartbeat.Limits(BRIEF, AMPLE, Duration.ofMillis(1)))) {
            assertThat(lossDuring(heartbeat, () -> waitFor(heartbeat, Operation.CREATE)))
                    .isInstanceOf(EngineLost.class)
                    .hasMessageContaining(", while making a container: no answer to that for");
        }
    }

    @Test
    void anOperationWithoutALimitMayTakeItsTime() {
        try (FakeEngine engine = onSocket();
                Heartbeat heartbeat =
                        Heartbeat.of(engine.address(), new Heartbeat.Limits(BRIEF, AMPLE, Duration.ofMillis(1)))) {
            CompletableFuture<String> working =
                    meanwhile(() -> heartbeat.whileItBeats(() -> waitFor(heartbeat, Operation.BUILD)));
            begun.orTimeout(AMPLE.toSeconds(), TimeUnit.SECONDS).join();
            int before = engine.asked().size();
            await(() -> engine.asked().size() >= before + 3);
            endOfTest.complete("built");

            assertThat(working).succeedsWithin(AMPLE).isEqualTo("built");
        }
    }

    @Test
    void onceTheEngineIsLostNothingIsWaitedFor() {
        try (FakeEngine engine = onSocket().answering(question -> FakeEngine.SILENCE);
                Heartbeat heartbeat = Heartbeat.of(engine.address(), new Heartbeat.Limits(NEVER, NEVER, NEVER))) {
            Throwable first = lossDuring(heartbeat, () -> {
                engine.endLifeline();
                return endOfTest.join();
            });

            assertThat(first).isInstanceOf(EngineLost.class);
            assertThat(heartbeat.isLost()).isTrue();
            assertThat(lossDuring(heartbeat, endOfTest::join)).isSameAs(first);
            assertThat(lossDuring(heartbeat, () -> "done")).isSameAs(first);
        }
    }

    @Test
    void whatWorkGivesIsNotTrustedIfTheEngineIsGoneByThen() {
        try (FakeEngine engine = FakeEngine.onPort().withoutEvents();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            assertThat(lossDuring(heartbeat, () -> {
                        engine.die();
                        return "done";
                    }))
                    .isInstanceOf(EngineLost.class)
                    .message()
                    .containsIgnoringCase("refused");
        }
    }

    @Test
    void aFailureOfTheWorkIsTheEnginesIfThatIsGone() {
        try (FakeEngine engine = FakeEngine.onPort().withoutEvents();
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            assertThat(lossDuring(heartbeat, () -> {
                        engine.die();
                        throw new IllegalStateException("connection reset");
                    }))
                    .isInstanceOf(EngineLost.class)
                    .message()
                    .containsIgnoringCase("refused");
        }
    }

    @Test
    void closingItEndsItsThreadsAndItsLifelineAndLosesNothing() {
        try (FakeEngine engine = onSocket()) {
            Heartbeat heartbeat = Heartbeat.of(engine.address(), BEATING);
            engine.awaitLifeline();
            heartbeat.close();

            assertThat(engine.hungUp()).succeedsWithin(AMPLE);
            threads.awaitEndOf("an engine's heartbeat");
            threads.awaitEndOf("a lifeline to an engine");
            assertThat(heartbeat.isLost()).isFalse();
        }
    }

    @Test
    void oneMissedSignOfLifeAtTheEndOfWorkIsForgivenToo() {
        try (FakeEngine engine = FakeEngine.onSocket(folder.resolve("engine.sock"))
                        .answering(question -> question == 1 ? FakeEngine.FAILURE : FakeServer.PONG);
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            engine.awaitLifeline();
            assertThat(heartbeat.<String>whileItBeats(() -> "done")).isEqualTo("done");
        }
    }

    @Test
    void anErrorOfTheWorkPassesThrough() {
        Error own = new AssertionError("the work's own");
        try (FakeEngine engine = FakeEngine.onSocket(folder.resolve("engine.sock"));
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            assertThatThrownBy(() -> heartbeat.whileItBeats(() -> {
                        throw own;
                    }))
                    .isSameAs(own);
        }
    }

    @Test
    void noWorkBeginsOnAnEngineThatIsLost() {
        try (FakeEngine engine = FakeEngine.onSocket(folder.resolve("engine.sock"));
                Heartbeat heartbeat = Heartbeat.of(engine.address(), WITHOUT_BEATS)) {
            engine.endLifeline();
            await(heartbeat::isLost);
            CompletableFuture<Void> begins = new CompletableFuture<>();
            assertThatThrownBy(() -> heartbeat.whileItBeats(() -> {
                        return begins.complete(null);
                    }))
                    .isInstanceOf(EngineLost.class);
            threads.awaitEndOf("using an engine");
            assertThat(begins).isNotDone();
        }
    }

    private FakeEngine onSocket() {
        return FakeEngine.onSocket(folder.resolve("engine.sock"));
    }

    /** Waits for an engine that never answers. */
    private String waitFor(Heartbeat heartbeat, Operation operation) {
        try {
            return heartbeat.pending().waitFor(operation, () -> {
                begun.complete(null);
                return endOfTest.join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ends the work; nothing, when nothing but its result does. */
    private static Throwable lossDuring(Heartbeat heartbeat, Supplier<String> work) {
        return meanwhile(() -> catchThrowable(() -> heartbeat.whileItBeats(work)))
                .orTimeout(AMPLE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, DaemonThread.named("a test's work"));
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(AMPLE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(condition::getAsBoolean);
    }
}
