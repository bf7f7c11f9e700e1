package multistage.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The end of a run on its engine: builds under way are cut, and what the run made is removed. The run does so when it is
 * done; the end of the process begins with it before that, and leaves the run a while to do the rest.
 */
final class WindDown {
    /** How long the work under way may take to notice that the process is ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long an engine may take to notice that a build was cut. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    private final Heartbeat heartbeat;
    private final Builds builds;
    private final Leftovers leftovers;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::processEnds, "remove what this run made");
    private volatile boolean processEnding;

    WindDown(Heartbeat heartbeat, Builds builds, Leftovers leftovers) {
        this.heartbeat = heartbeat;
        this.builds = builds;
        this.leftovers = leftovers;
    }

    /** Has it happen at the end of the process, if it has not before. */
    void atExit() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @throws IllegalStateException when the process is ending, so that nothing is to be made any more */
    void requireNotBegun() {
        if (processEnding) {
            throw new IllegalStateException("the run was interrupted");
        }
    }

    /** Removes all that the run made, unless the engine is lost. All work on it must have ended. */
    void removeAll() {
        if (!heartbeat.isLost()) {
            heartbeat.whileItBeats(() -> cutBuildsAnd(leftovers::removeOwn));
        }
    }

    /** Tells the end of the process, which may be waiting for it, that the run is done. */
    void done() {
        done.countDown();
        if (!processEnding) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /** Lets nothing begin, and does not wait for an engine that is lost. */
    void processEnds() {
        processEnding = true;
        if (heartbeat.isLost()) {
            return;
        }
        try {
            heartbeat.whileItBeats(() -> cutBuildsAnd(this::removeContainersAndWaitForTheRun));
        } catch (EngineLost gone) {
            return; // the next run removes what this one left
        }
    }

    private Void cutBuildsAnd(Runnable remove) {
        boolean cut = builds.end();
        remove.run();
        if (cut) {
            removeWhatACutBuildStillMakes();
        }
        return null;
    }

    private void removeContainersAndWaitForTheRun() {
        try {
            leftovers.removeOwnContainers();
        } finally {
            waitForTheRun();
        }
    }

    private void waitForTheRun() {
        try {
            Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> done.getCount() == 0);
        } catch (ConditionTimeoutException stuck) {
            leftovers.removeOwn();
        }
    }

    /** The engine takes a moment to notice that nobody listens to a build any more, and may end it with an image. */
    private void removeWhatACutBuildStillMakes() {
        Instant noticed = Instant.now().plus(NOTICE);
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .forever()
                .pollDelay(NOTICE.dividedBy(4))
                .pollInterval(NOTICE.dividedBy(4))
                .until(() -> {
                    leftovers.removeOwn();
                    return Instant.now().isAfter(noticed);
                });
    }
}
