package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import multistage.engine.Engine;
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

    /** Nothing when the image holds no such program, or something else than a program in its place. */
    Optional<Executable> read(Variant variant, String image, Config config) {
        String container = client.createContainerCmd(image)
                .withLabels(engine.containerLabels())
                .withEntrypoint("never-started")
                .exec()
                .getId();
        try {
            return ProgramPath.candidates(config).stream()
                    .flatMap(path -> file(container, path, LINKS_LIMIT).stream()
                            .flatMap(bytes -> ElfReader.read(variant, path, bytes).stream()))
                    .findFirst();
        } finally {
            client.removeContainerCmd(container).withForce(true).exec();
        }
    }

    private Optional<byte[]> file(String container, String path, int links) {
        try (InputStream copied =
                        client.copyArchiveFromContainerCmd(container, path).exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(copied)) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry != null && entry.isSymbolicLink() && links > 0) {
                return file(container, target(path, entry.getLinkName()), links - 1);
            }
            return entry != null && entry.isFile() && entry.getSize() <= SIZE_LIMIT
                    ? Optional.of(tar.readNBytes((int) entry.getSize()))
                    : Optional.empty();
        } catch (NotFoundException noSuchFile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be copied out of a container", e);
        }
    }

    private static String target(String link, String target) {
        return target.startsWith("/") ? target : link.substring(0, link.lastIndexOf('/') + 1) + target;
    }
}
