package multistage.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    private Path folder;

    private Optional<String> before;

    @BeforeEach
    void makeADemo() throws IOException {
        Files.writeString(folder.resolve("Dockerfile-naive"), "FROM golang:1.23\n");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("Dockerfile-naive"));
        before = Fingerprint.of(demo());
        assertThat(before).isPresent();
    }

    @Test
    void theSameFilesElsewhereHaveTheSame(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("Dockerfile-naive"), "FROM golang:1.23\n");
        Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("Dockerfile-naive"));

        assertThat(Fingerprint.of(new Demo("other", elsewhere))).isEqualTo(before);
    }

    @Test
    void anotherTextHasAnother() throws IOException {
        Files.writeString(folder.resolve("Dockerfile-naive"), "FROM golang:1.24\n");

        assertThat(Fingerprint.of(demo())).isPresent().isNotEqualTo(before);
    }

    @Test
    void anotherNameHasAnother() throws IOException {
        Files.move(folder.resolve("Dockerfile-naive"), folder.resolve("Dockerfile-multi"));

        assertThat(Fingerprint.of(demo())).isPresent().isNotEqualTo(before);
    }

    @Test
    void oneMoreFolderHasAnother() throws IOException {
        Files.createDirectory(folder.resolve("src"));

        assertThat(Fingerprint.of(demo())).isPresent().isNotEqualTo(before);
    }

    @Test
    void aFileThatMayBeRunHasAnother() {
        assertThat(folder.resolve("Dockerfile-naive").toFile().setExecutable(true))
                .isTrue();

        assertThat(Fingerprint.of(demo())).isPresent().isNotEqualTo(before);
    }

    @Test
    void aLinkThatLeadsElsewhereHasAnotherWhetherOrNotAnythingIsThere() throws IOException {
        Files.delete(folder.resolve("link"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/no/such/file"));

        assertThat(Fingerprint.of(demo())).isPresent().isNotEqualTo(before);
    }

    @Test
    void whatVersionControlKeepsForItselfDoesNotCount() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/index"), "of another checkout");

        assertThat(Fingerprint.of(demo())).isEqualTo(before);
    }

    @Test
    void aFolderThatIsNotThereHasNone() {
        assertThat(Fingerprint.of(new Demo("nobody", folder.resolve("nobody")))).isEmpty();
    }

    private Demo demo() {
        return new Demo("ada", folder);
    }
}
