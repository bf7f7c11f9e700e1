package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import multistage.engine.Engine;
import multistage.facts.Bytes;
import multistage.facts.Config;
import multistage.facts.Executable;
import multistage.facts.Variant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the program that an image runs, out of a container that is made for it and never started. */
final class ExecutableReader {
    private static final long SIZE_LIMIT = 100_000_000;
    private static final int LINKS_LIMIT = 5;

    private final Engine engine;
    private final DockerClient client;

    ExecutableReader(Engine engine) {
        this.engine = engine;
        this.client = engine.client();
    }

    /**
     * Nothing when the image holds no such program, or something else than a program in its place.
     *
     * @throws IOException when it cannot be read
     */
    Optional<Executable> read(Variant variant, String image, Config config) throws IOException {
        String container = client.createContainerCmd(image)
                .withLabels(engine.containerLabels())
                .withEntrypoint("never-started")
                .exec()
                .getId();
        try {
            for (String path : ProgramPath.candidates(config)) {
                Optional<Executable> program =
                        file(container, path, LINKS_LIMIT).flatMap(bytes -> ElfReader.read(variant, path, bytes));
                if (program.isPresent()) {
                    return program;
                }
            }
            return Optional.empty();
        } finally {
            client.removeContainerCmd(container).withForce(true).exec();
        }
    }

    private Optional<byte[]> file(String container, String path, int links) throws IOException {
        try (InputStream copied =
                        client.copyArchiveFromContainerCmd(container, path).exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(copied)) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry != null && entry.isSymbolicLink() && links > 0) {
                return file(container, target(path, entry.getLinkName()), links - 1);
            }
            return entry != null && entry.isFile() ? Optional.of(bytes(path, entry, tar)) : Optional.empty();
        } catch (NotFoundException noSuchFile) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String path, TarArchiveEntry entry, InputStream tar) throws IOException {
        if (entry.getSize() > SIZE_LIMIT) {
            throw new IOException("%s is of %s, and a program of more than %s is not read"
                    .formatted(path, Bytes.human(entry.getSize()), Bytes.human(SIZE_LIMIT)));
        }
        byte[] bytes = tar.readNBytes((int) entry.getSize());
        if (bytes.length < entry.getSize()) {
            throw new IOException(path + " ends in its middle when it is copied out of a container");
        }
        return bytes;
    }

    private static String target(String link, String target) {
        return target.startsWith("/") ? target : link.substring(0, link.lastIndexOf('/') + 1) + target;
    }
}
