package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A connection that an engine keeps open for as long as it lives: it is asked for events of which there never are any. */
final class Lifeline implements AutoCloseable {
    private static final String EVENTS = "/events?filters=%7B%22label%22%3A%5B%22multistage.never%22%5D%7D";

    private final Address address;
    private final Runnable onEnd;
    private volatile Optional<DockerHttpClient.Response> answer = Optional.empty();
    private volatile boolean closed;

    /** @param onEnd called once if the engine ends it */
    Lifeline(Address address, Runnable onEnd) {
        this.address = address;
        this.onEnd = onEnd;
    }

    /** Opens it in a thread of its own. An engine that does not know events ends none. */
    void open() {
        DaemonThread.of("a lifeline to an engine", this::listen).start();
    }

    private void listen() {
        try (DockerHttpClient client = address.client();
                DockerHttpClient.Response events = client.execute(Address.get(EVENTS))) {
            if (events.getStatusCode() != 200) {
                return;
            }
            answer = Optional.of(events);
            if (closed) {
                return;
            }
            events.getBody().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException cut) {
            // which is an end like another
        }
        if (!closed) {
            onEnd.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        answer.ifPresent(DockerHttpClient.Response::close);
    }
}
