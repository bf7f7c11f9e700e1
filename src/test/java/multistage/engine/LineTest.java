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

class LineTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final NewThreads threads = new NewThreads();
    private final AtomicInteger ends = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void anEngineThatEndsItIsToldOnce() {
        try (FakeEngine engine = engine();
                Line line = lineTo(engine.address())) {
            line.open();
            engine.endLine();
            awaitEndOfThread();

            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void aLineThatIsClosedBeforeItIsOpenDoesNotStayOpen() {
        try (FakeEngine engine =
                FakeEngine.onSocket(folder.resolve("engine.sock")).slowToOpenALine()) {
            Line line = new Line(engine.address(), () -> {});
            line.open();
            engine.awaitWishForLine();
            line.close();
            engine.openLine();

            assertThat(engine.hungUp()).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void soIsOneOnAPort() {
        try (FakeEngine engine = FakeEngine.onPort();
                Line line = lineTo(engine.address())) {
            line.open();
            engine.endLine();
            awaitEndOfThread();

            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void anEngineThatCannotBeReachedEndsItBeforeItIsOpen() {
        try (Line line = lineTo(FakeServer.dead(folder.resolve("dead.sock")))) {
            line.open();
            awaitEndOfThread();

            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void anEngineThatKnowsNoEventsEndsNone() {
        try (FakeEngine engine = engine().withoutEvents();
                Line line = lineTo(engine.address())) {
            line.open();
            engine.awaitLine();
            awaitEndOfThread();

            assertThat(ends).hasValue(0);
        }
    }

    @Test
    void whoeverClosesItHangsUpAndIsToldOfNoEnd() {
        try (FakeEngine engine = engine()) {
            Line line = lineTo(engine.address());
            line.open();
            engine.awaitLine();
            line.close();

            assertThat(engine.hungUp()).succeedsWithin(AMPLE);
            awaitEndOfThread();
            assertThat(ends).hasValue(0);
        }
    }

    @Test
    void anEndAfterItWasClosedIsNotTold() {
        FakeEngine engine = engine().slowToOpenALine();
        Line line = lineTo(engine.address());
        line.open();
        engine.awaitWishForLine();
        line.close();
        engine.close();

        awaitEndOfThread();
        assertThat(ends).hasValue(0);
    }

    @Test
    void openingItWaitsForNobody() {
        try (FakeServer silent = FakeServer.silentOnSocket(folder.resolve("silent.sock"));
                Line line = lineTo(silent.address())) {
            assertThat(CompletableFuture.runAsync(line::open, OwnThread.named("opening a line")))
                    .succeedsWithin(AMPLE);
        }
    }

    private FakeEngine engine() {
        return FakeEngine.onSocket(folder.resolve("engine.sock"));
    }

    private Line lineTo(Address address) {
        return new Line(address, ends::incrementAndGet);
    }

    private void awaitEndOfThread() {
        threads.awaitEndOf("a line to an engine");
    }
}
