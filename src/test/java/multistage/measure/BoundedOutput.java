package multistage.measure;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a container or a command in it prints, up to a limit; beyond it nobody listens any more. */
final class BoundedOutput extends ResultCallback.Adapter<Frame> {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean full;

    BoundedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void onNext(Frame frame) {
        int room = limit - bytes.size();
        bytes.write(frame.getPayload(), 0, Math.min(room, frame.getPayload().length));
        if (frame.getPayload().length > room) {
            full = true;
            stopListening();
        }
    }

    private void stopListening() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end, at most that long; tells whether it came. */
    boolean endsWithin(Duration limit) {
        try {
            return awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a container was listened to", cut);
        }
    }

    /** Whether there was more than the limit allows. */
    synchronized boolean isFull() {
        return full;
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    synchronized List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    String firstLine() {
        return lines().stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
