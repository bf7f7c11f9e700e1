package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import multistage.docker.TaskGroup;
import org.apache.commons.io.input.BoundedInputStream;

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
    /** In a row: one alone may be the engine's. */
    private int slowLooks;

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
            long start = System.nanoTime();
            InspectContainerResponse found =
                    client.inspectContainerCmd(container).withSize(true).exec();
            slowLooks = System.nanoTime() - start > LONGEST_LOOK.toNanos() ? slowLooks + 1 : 0;
            long written = slowLooks == 2 ? LIMIT + 1 : Objects.requireNonNullElse(found.getSizeRw(), 0L);
            for (Mount mount : found.getMounts()) {
                // what a volume takes as an archive, some hundred bytes for each file included
                try (InputStream archive = client.copyArchiveFromContainerCmd(
                                container, mount.getDestination().getPath())
                        .exec()) {
                    written += BoundedInputStream.builder()
                            .setInputStream(archive)
                            .setMaxCount(Math.max(0, LIMIT + 1 - written))
                            .get()
                            .transferTo(OutputStream.nullOutputStream());
                }
            }
            if (written > LIMIT) {
                exceeded = true;
                client.killContainerCmd(container).exec();
            }
        } catch (RuntimeException | IOException untold) {
            return; // it may have ended; and what an engine cannot tell now, it may tell at the next look
        }
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
