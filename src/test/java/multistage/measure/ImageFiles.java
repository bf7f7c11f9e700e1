package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import multistage.docker.Engine;
import multistage.facts.Amount;
import multistage.facts.Message;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Single files of an image, copied out of a container that is made for it and never started; closing removes that. */
final class ImageFiles implements AutoCloseable {
    private static final int LINKS_LIMIT = 5;

    private final DockerClient client;
    private final Maker maker;
    private Optional<String> container = Optional.empty();

    /** What makes a container, and gives its id. */
    interface Maker {
        String make() throws IOException;
    }

    /** @param maker makes a container of the image when the first file is asked for, and gives its id */
    ImageFiles(DockerClient client, Maker maker) {
        this.client = client;
        this.maker = maker;
    }

    /** @param image its name or its id */
    static ImageFiles of(Engine engine, String image) {
        DockerClient client = engine.client();
        return new ImageFiles(
                client,
                () -> client.createContainerCmd(image)
                        .withLabels(engine.containerLabels())
                        .withEntrypoint("never-started")
                        .withHostConfig(
                                HostConfig.newHostConfig().withTmpFs(TemporaryFolders.insteadOfVolumes(client, image)))
                        .exec()
                        .getId());
    }

    /**
     * The file at a path, or where links lead to from there; nothing when there is none, or something else than a file.
     *
     * @param limit how many bytes it may have
     * @throws IOException when it has more, or cannot be read
     */
    Optional<byte[]> read(String path, long limit) throws IOException {
        return read(path, limit, LINKS_LIMIT);
    }

    private Optional<byte[]> read(String path, long limit, int links) throws IOException {
        try (InputStream copied =
                        client.copyArchiveFromContainerCmd(container(), path).exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(copied)) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry != null && entry.isSymbolicLink() && links > 0) {
                return read(target(path, entry.getLinkName()), limit, links - 1);
            }
            return entry != null && isFile(entry) ? Optional.of(bytes(path, limit, entry, tar)) : Optional.empty();
        } catch (NotFoundException noSuchFile) {
            return Optional.empty();
        }
    }

    /** By its type, since commons-compress takes links and devices for files too. */
    private static boolean isFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    private synchronized String container() throws IOException {
        if (container.isEmpty()) {
            container = Optional.of(maker.make());
        }
        return container.get();
    }

    private static byte[] bytes(String path, long limit, TarArchiveEntry entry, InputStream tar) throws IOException {
        if (entry.getSize() > limit) {
            throw new Unreadable(Message.of(
                    "%s is of %s, and no more than %s of it is read",
                    path, Amount.bytes(entry.getSize()), Amount.bytes(limit)));
        }
        byte[] bytes = tar.readNBytes((int) entry.getSize());
        if (bytes.length < entry.getSize()) {
            throw new Unreadable(Message.of("%s ends in its middle when it is copied out of a container", path));
        }
        return bytes;
    }

    private static String target(String link, String target) {
        return target.startsWith("/") ? target : link.substring(0, link.lastIndexOf('/') + 1) + target;
    }

    @Override
    public synchronized void close() {
        container.ifPresent(made -> client.removeContainerCmd(made)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
    }
}
