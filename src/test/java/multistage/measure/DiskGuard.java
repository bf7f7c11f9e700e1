package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import multistage.docker.TaskGroup;

/**
 * Looks twice a second at what a container has written, to its root file system and to its volumes, and kills the container
 * beyond the limit: the engine's disk belongs to all who are measured.
 */
final class DiskGuard implements AutoCloseable {
    /** {@code go run} at a container's start writes about 150 MB. */
    static final long LIMIT = 512_000_000;

    /** Several 100,000 files take so long to be added up, which may weigh nothing and fill a disk all the same. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private static final long EVERY_MILLIS = 500;

    private final DockerClient client;
    private final Supplier<String> containerId;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(look -> TaskGroup.daemon("disk guard", look));
    private volatile boolean exceeded;

    /** @param containerId the container's; null until it is created */
    DiskGuard(DockerClient client, Supplier<String> containerId) {
        this.client = client;
        this.containerId = containerId;
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether it killed the container. */
    boolean isExceeded() {
        return exceeded;
    }

    private void look() {
        String container = containerId.get();
        if (container == null || exceeded) {
            return;
        }
        try {
            Instant start = Instant.now();
            InspectContainerResponse found =
                    client.inspectContainerCmd(container).withSize(true).exec();
            boolean endless = start.plus(LONGEST_LOOK).isBefore(Instant.now());
            long written =
                    endless ? LIMIT + 1 : Optional.ofNullable(found.getSizeRw()).orElse(0L);
            for (Mount mount : Optional.ofNullable(found.getMounts()).orElse(List.of())) {
                String folder = mount.getDestination().getPath();
                written += mount.getName() == null ? 0 : packedBytes(container, folder, LIMIT - written);
            }
            if (written > LIMIT && !clock.isShutdown()) {
                exceeded = true;
                client.killContainerCmd(container).exec();
            }
        } catch (DockerException | IOException untold) {
            return; // it may have ended; and what an engine cannot tell now, it may tell at the next look
        }
    }

    /** What a folder takes as an archive, some hundred bytes for each file included; it is read until it exceeds the limit. */
    private long packedBytes(String container, String folder, long limit) throws IOException {
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
