package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import multistage.docker.Engine;
import multistage.facts.Amount;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Single files of an image, copied out of a container that is never started; closing removes it. */
final class ContainerFiles implements AutoCloseable {
    private static final int MOST_LINKS = 5;
    /** The lesson's program takes 5 MB, the list of packages of golang:1.23 0.2 MB. */
    private static final int LARGEST = 50_000_000;

    private final DockerClient client;
    private final String container;

    /**
     * Each volume is declared as tmpfs, so that the engine creates none. It is never mounted, as the container never starts.
     *
     * @param image its name or its id
     */
    ContainerFiles(Engine engine, String image) {
        client = engine.client();
        Map<String, String> memory = new HashMap<>();
        Optional.ofNullable(client.inspectImageCmd(image).exec().getConfig())
                .map(ContainerConfig::getVolumes)
                .ifPresent(volumes -> volumes.keySet().forEach(path -> memory.put(path, "")));
        container = client.createContainerCmd(image)
                .withLabels(engine.containerLabels())
                .withEntrypoint("never-started")
                .withHostConfig(HostConfig.newHostConfig().withTmpFs(memory))
                .exec()
                .getId();
    }

    /** A file, and where it lies when links in the place of files have been followed. */
    record Found(String path, byte[] bytes) {}

    /**
     * The file that a path leads to; empty when there is none, or something else than a file.
     *
     * @throws NotMeasured when it is too large
     */
    Optional<Found> read(String path) throws IOException {
        String at = path;
        for (int links = 0; links <= MOST_LINKS; links++) {
            try (InputStream copied =
                            client.copyArchiveFromContainerCmd(container, at).exec();
                    TarArchiveInputStream tar = new TarArchiveInputStream(copied)) {
                TarArchiveEntry entry = tar.getNextEntry();
                if (entry == null || !entry.isFile() || entry.isSparse()) {
                    return Optional.empty();
                }
                if (entry.getSize() > LARGEST) {
                    throw new NotMeasured(Message.of(
                            "%s is of %s, and no more than %s of it is read",
                            at, Amount.bytes(entry.getSize()), Amount.bytes(LARGEST)));
                }
                if (!entry.isSymbolicLink()) {
                    return Optional.of(new Found(at, tar.readNBytes(LARGEST)));
                }
                String target = entry.getLinkName();
                at = target.startsWith("/") ? target : at.substring(0, at.lastIndexOf('/') + 1) + target;
            } catch (NotFoundException noSuchFile) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        client.removeContainerCmd(container)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec();
    }
}
