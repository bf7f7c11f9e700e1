package multistage.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Notices when an engine dies, is restarted or hangs, and then ends what is done with it. The engine is lost when it misses
 * two pings, when it ends the stream of its events, which it keeps open while it lives, or when it leaves a question unanswered.
 */
final class Watchdog implements AutoCloseable {
    private final TransportConfig engine;
    private final Duration limit;
    private final DockerHttpClient client;
    private final CompletableFuture<EngineUnavailable> lost = new CompletableFuture<>();
    private final ScheduledExecutorService pings =
            Executors.newSingleThreadScheduledExecutor(task -> TaskGroup.daemon("pings of the engine", task));
    private int missed;
    private volatile boolean closed;

    /** @param limit on the answer to a ping, and the time from one ping to the next */
    Watchdog(TransportConfig engine, Duration limit) {
        this.engine = engine;
        this.limit = limit;
        this.client = new ZerodepDockerHttpClient.Builder()
                .dockerHost(engine.getDockerHost())
                .sslConfig(engine.getSslConfig())
                .build();
    }

    Watchdog begin() {
        pings.scheduleWithFixedDelay(this::answers, limit.toMillis(), limit.toMillis(), TimeUnit.MILLISECONDS);
        TaskGroup.daemon("events of the engine", this::listen).start();
        return this;
    }

    /** Why there is no answer to a ping within the limit; empty where there is one. */
    Optional<String> whySilent() {
        return new TaskGroup("ping of the engine")
                .start(this::ping)
                .completeOnTimeout(
                        Optional.of("no answer within " + limit.toSeconds() + " s"),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    private Optional<String> ping() {
        try (DockerHttpClient.Response answer = client.execute(request("/_ping"))) {
            int status = answer.getStatusCode();
            return status == 200 ? Optional.empty() : Optional.of("its answer has the status " + status);
        } catch (RuntimeException failed) {
            return Optional.of(EngineWords.of(failed));
        }
    }

    private synchronized boolean answers() {
        Optional<String> silent = whySilent();
        missed = silent.isPresent() ? missed + 1 : 0;
        if (missed == 2) {
            lose(silent.get());
        }
        return missed == 0;
    }

    private void listen() {
        try (DockerHttpClient.Response events = client.execute(request("/events"))) {
            events.getBody().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException cut) {
            // an end like any other
        }
        if (!closed) {
            lose("it ended the stream of its events");
        }
    }

    static DockerHttpClient.Request request(String path) {
        return DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path(path)
                .build();
    }

    TransportConfig engine() {
        return engine;
    }

    private void lose(String why) {
        lost.complete(new EngineUnavailable("The engine at " + engine.getDockerHost()
                + " was lost in the middle of the run: "
                + why + ". It died, was restarted or hangs. Nothing was judged. Once it answers again, run this again:"
                + " that run removes what this one left."));
    }

    boolean isLost() {
        return lost.isDone();
    }

    /**
     * Does something with the engine, on a daemon thread; returns as soon as the engine is lost, whether or not the work
     * notices. What the work gives is worth nothing if the engine was lost before its end.
     *
     * @throws EngineUnavailable when it is lost
     */
    <T> T whileItAnswers(Supplier<T> work) {
        CompletableFuture<T> working = new TaskGroup("work on the engine").start(work);
        CompletableFuture.anyOf(working.handle((result, failure) -> true), lost).join();
        boolean certain = false;
        while (!certain) {
            certain = isLost() || answers();
        }
        if (isLost()) {
            throw lost.join();
        }
        return TaskGroup.result(working);
    }

    /** Asks what takes no time of its own; an engine that is long silent on it is lost, even if it answers pings. */
    <T> T askShortly(String question, Supplier<T> asking) {
        Duration patience = limit.multipliedBy(6);
        CompletableFuture<Void> answered = new CompletableFuture<>();
        answered.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            lose("no answer to " + question + " for " + patience.toSeconds() + " s");
            return null;
        });
        try {
            return asking.get();
        } finally {
            answered.complete(null);
        }
    }

    @Override
    public void close() {
        closed = true;
        pings.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
