package multistage.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether the engine that a run uses is still there. It is lost when it ends a connection that it would keep open for as
 * long as it lives, when it gives no sign of life twice in a row, or when it is silent on something that it was asked.
 */
final class Heartbeat implements AutoCloseable {
    /** It asks the engine's parts too (containerd, say), as a mere ping does not. */
    private static final String QUESTION = "/version";

    private final Address address;
    private final Limits limits;
    private final PendingOperations pending = new PendingOperations();
    private final CompletableFuture<EngineLost> lost = new CompletableFuture<>();
    private final ScheduledExecutorService beats;
    private final Lifeline lifeline;
    private boolean missedOne;

    /**
     * How long an engine may be silent.
     *
     * @param between two signs of life
     * @param forAnswer on a question that is asked for a sign of life
     * @param onOperation on anything else that takes no time of its own
     */
    record Limits(Duration between, Duration forAnswer, Duration onOperation) {
        /** Together well under a minute, and well over what a busy machine takes. */
        static final Limits USUAL = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private Heartbeat(Address address, Limits limits) {
        this.address = address;
        this.limits = limits;
        this.beats = Executors.newSingleThreadScheduledExecutor(task -> DaemonThread.of("an engine's heartbeat", task));
        this.lifeline = new Lifeline(address, this::lifelineEnded);
    }

    static Heartbeat of(Address address, Limits limits) {
        Heartbeat heartbeat = new Heartbeat(address, limits);
        long between = limits.between().toMillis();
        heartbeat.beats.scheduleWithFixedDelay(heartbeat::beat, between, between, TimeUnit.MILLISECONDS);
        heartbeat.lifeline.open();
        return heartbeat;
    }

    /** What the engine is asked for. */
    PendingOperations pending() {
        return pending;
    }

    /**
     * Does something with the engine; returns, by the exception, as soon as the engine is lost, whether or not the work
     * notices. What the work gives is worth nothing if the engine is lost by the time that it ends.
     *
     * @throws EngineLost when it is
     */
    <T> T whileItBeats(Supplier<T> work) {
        requireNotLost();
        CompletableFuture<T> working = CompletableFuture.supplyAsync(work, DaemonThread.named("using an engine"));
        CompletableFuture.anyOf(working.handle((result, failure) -> result), lost)
                .join();
        if (!lost.isDone()) {
            signOfLife().flatMap(missed -> signOfLife()).ifPresent(this::lose);
        }
        requireNotLost();
        return DaemonThread.result(working);
    }

    private void requireNotLost() {
        if (lost.isDone()) {
            throw lost.join();
        }
    }

    boolean isLost() {
        return lost.isDone();
    }

    private void beat() {
        pending.overdue(limits.onOperation())
                .ifPresent(operation ->
                        lose("no answer to that for " + limits.onOperation().toSeconds() + " s"));
        Optional<String> silent = signOfLife();
        if (missedOne) {
            silent.ifPresent(this::lose);
        }
        missedOne = silent.isPresent();
    }

    private Optional<String> signOfLife() {
        return address.whySilent(QUESTION, limits.forAnswer()).join();
    }

    /** The end of one to a socket is taken for the engine's; one over the network may have been cut by something between. */
    private void lifelineEnded() {
        if (address.isSocketFile()) {
            lose("it ended the connection that it keeps open while it lives");
        } else {
            signOfLife().ifPresent(this::lose);
        }
    }

    private void lose(String why) {
        lost.complete(new EngineLost(address.uri().toString(), pending.toString(), why));
    }

    @Override
    public void close() {
        beats.shutdownNow();
        lifeline.close();
    }
}
