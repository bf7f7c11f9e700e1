package multistage.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.commons.io.IOUtils;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Notices when an engine dies, is restarted or hangs, and then ends what is done with it. The engine is lost when it misses
 * two pings, or ends the stream of its events, which it keeps open while it lives.
 */
final class Watchdog implements AutoCloseable {
    private final TransportConfig engine;
    private final Duration limit;
    private final DockerHttpClient client;
    private final CompletableFuture<EngineUnavailable> over = new CompletableFuture<>();

    /** @param limit on the answer to a ping, and the time from one ping to the next */
    Watchdog(TransportConfig engine, Duration limit) {
        this.engine = engine;
        this.limit = limit;
        this.client = new ZerodepDockerHttpClient.Builder()
                .dockerHost(engine.getDockerHost())
                .sslConfig(engine.getSslConfig())
                .build();
        TaskGroup.daemon("events of the engine", this::listen).start();
    }

    TransportConfig engine() {
        return engine;
    }

    /** Why there is no answer to a ping within the limit; empty where there is one. */
    Optional<String> whySilent() {
        String late = "no answer within " + limit.toSeconds() + " s";
        return new TaskGroup("ping of the engine")
                .start(this::ping)
                .completeOnTimeout(Optional.of(late), limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** The version in place of /_ping: for it the engine asks containerd and runc too, which may hang. */
    private Optional<String> ping() {
        try (Response answer = get("/version")) {
            return Optional.of("its answer has the status " + answer.getStatusCode())
                    .filter(why -> !why.endsWith(" 200"));
        } catch (RuntimeException failed) {
            return Optional.of(SafeLine.of(failed));
        }
    }

    private void listen() {
        try (Response events = get("/events")) {
            if (events.getStatusCode() != 200) {
                return; // one that does not tell its events is watched by its pings alone
            }
            events.getBody().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException cut) {
            // an end like any other
        }
        lose("it ended the stream of its events");
    }

    private Response get(String path) {
        return client.execute(
                Request.builder().method(Request.Method.GET).path(path).build());
    }

    private void lose(String why) {
        over.complete(new EngineUnavailable("The engine at " + engine.getDockerHost()
                + " was lost in the middle of the run: " + why
                + ". It died, was restarted or hangs. Nothing was judged."
                + " Once it answers again, run this again: that run removes what this one left."));
    }

    /** Whether the engine is lost, or the run is done with it. */
    boolean isOver() {
        return over.isDone();
    }

    /**
     * Does something with the engine, on a daemon thread; returns as soon as the engine is lost, whether or not the work
     * notices. What the work gives is worth nothing if the engine was lost before its end.
     *
     * @throws EngineUnavailable when it is lost
     */
    <T> T whileItAnswers(Supplier<T> work) {
        CompletableFuture<T> working = new TaskGroup("work on the engine").start(work);
        boolean done;
        int missed = 0;
        do {
            CompletableFuture.anyOf(working.handle((result, failure) -> true), over)
                    .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            done = working.isDone();
            Optional<String> silent = whySilent(); // asked once more after the work's end
            missed = silent.isPresent() ? missed + 1 : 0;
            if (missed == 2) {
                lose(silent.get());
            }
        } while (!isOver() && !(done && missed == 0));
        if (isOver()) {
            throw over.join();
        }
        return TaskGroup.result(working);
    }

    /** Closes its connections as well, and waits for nothing: the end of the process would wait for the thread that reads events. */
    @Override
    public void close() {
        over.complete(new EngineUnavailable("The run was interrupted."));
        TaskGroup.daemon("end of the watch", () -> IOUtils.closeQuietly(client)).start();
    }
}
