package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import multistage.engine.fixtures.FakeEngine;
import multistage.engine.fixtures.FakeServer;
import multistage.engine.fixtures.NewThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final NewThreads threads = new NewThreads();
    private final AtomicInteger ends = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void anEngineThatEndsItIsToldOnce() {
        try (FakeEngine engine = engine();
                Lifeline lifeline = lifelineTo(engine.address())) {
            lifeline.open();
            engine.endLifeline();
            awaitEndOfThread();

            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void aLineThatIsClosedBeforeItIsOpenDoesNotStayOpen() {
        try (FakeEngine engine =
                FakeEngine.onSocket(folder.resolve("engine.sock")).slowToOpenALifeline()) {
            Lifeline lifeline = new Lifeline(engine.address(), () -> {});
            lifeline.open();
            engine.awaitWishForLifeline();
            lifeline.close();
            engine.openLifeline();

            assertThat(engine.hungUp()).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void soIsOneOnAPort() {
        try (FakeEngine engine = FakeEngine.onPort();
                Lifeline lifeline = lifelineTo(engine.address())) {
            lifeline.open();
            engine.endLifeline();
            awaitEndOfThread();

            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void anEngineThatCannotBeReachedEndsItBeforeItIsOpen() {
        try (Lifeline lifeline = lifelineTo(FakeServer.dead(folder.resolve("dead.sock")))) {
            lifeline.open();
            awaitEndOfThread();

            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void anEngineThatKnowsNoEventsEndsNone() {
        try (FakeEngine engine = engine().withoutEvents();
                Lifeline lifeline = lifelineTo(engine.address())) {
            lifeline.open();
            engine.awaitLifeline();
            awaitEndOfThread();

            assertThat(ends).hasValue(0);
        }
    }

    @Test
    void whoeverClosesItHangsUpAndIsToldOfNoEnd() {
        try (FakeEngine engine = engine()) {
            Lifeline lifeline = lifelineTo(engine.address());
            lifeline.open();
            engine.awaitLifeline();
            lifeline.close();

            assertThat(engine.hungUp()).succeedsWithin(AMPLE);
            awaitEndOfThread();
            assertThat(ends).hasValue(0);
        }
    }

    @Test
    void anEndAfterItWasClosedIsNotTold() {
        FakeEngine engine = engine().slowToOpenALifeline();
        Lifeline lifeline = lifelineTo(engine.address());
        lifeline.open();
        engine.awaitWishForLifeline();
        lifeline.close();
        engine.close();

        awaitEndOfThread();
        assertThat(ends).hasValue(0);
    }

    @Test
    void openingItWaitsForNobody() {
        try (FakeServer silent = FakeServer.silentOnSocket(folder.resolve("silent.sock"));
                Lifeline lifeline = lifelineTo(silent.address())) {
            assertThat(CompletableFuture.runAsync(lifeline::open, DaemonThread.named("opening a lifeline")))
                    .succeedsWithin(AMPLE);
        }
    }

    private FakeEngine engine() {
        return FakeEngine.onSocket(folder.resolve("engine.sock"));
    }

    private Lifeline lifelineTo(Address address) {
        return new Lifeline(address, ends::incrementAndGet);
    }

    private void awaitEndOfThread() {
        threads.awaitEndOf("a lifeline to an engine");
    }
}
