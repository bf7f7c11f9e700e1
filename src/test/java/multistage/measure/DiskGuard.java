package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import multistage.engine.DaemonThread;

/**
 * Looks twice a second at what a container has written, to its root file system and to its volumes, and kills the container
 * beyond the limit: the engine's disk belongs to all who are measured.
 */
final class DiskGuard implements AutoCloseable {
    /** {@code go run} at a container's start writes about 150 MB. */
    static final long LIMIT = 512_000_000;

    private static final long EVERY_MILLIS = 500;

    private final DockerClient client;
    private final String container;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(look -> DaemonThread.of("disk guard", look));
    private volatile boolean exceeded;

    DiskGuard(DockerClient client, String container) {
        this.client = client;
        this.container = container;
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether it killed the container. */
    boolean isExceeded() {
        return exceeded;
    }

    private void look() {
        try {
            InspectContainerResponse found =
                    client.inspectContainerCmd(container).withSize(true).exec();
            long written = Optional.ofNullable(found.getSizeRw()).orElse(0L);
            for (String volume : volumes(found)) {
                written += written > LIMIT ? 0 : packedBytes(volume, LIMIT - written);
            }
            if (written > LIMIT && !clock.isShutdown()) {
                exceeded = true;
                client.killContainerCmd(container).exec();
                clock.shutdown();
            }
        } catch (NotFoundException | ConflictException ended) {
            clock.shutdown();
        } catch (DockerException | IOException untold) {
            return; // what an engine cannot tell now, it may tell at the next look
        }
    }

    private static List<String> volumes(InspectContainerResponse container) {
        return Optional.ofNullable(container.getMounts()).orElse(List.of()).stream()
                .filter(mount -> mount.getName() != null)
                .map(mount -> mount.getDestination().getPath())
                .toList();
    }

    /** What a folder takes as an archive, some hundred bytes for each file included; it is read until it exceeds the limit. */
    private long packedBytes(String folder, long limit) throws IOException {
        try (InputStream archive =
                client.copyArchiveFromContainerCmd(container, folder).exec()) {
            byte[] buffer = new byte[64 * 1024];
            long bytes = 0;
            int read = 0;
            while (read >= 0 && bytes <= limit && !clock.isShutdown()) {
                bytes += read;
                read = archive.read(buffer);
            }
            return bytes;
        }
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
