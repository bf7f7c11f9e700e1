package multistage.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderIsCalledByItsPathFromTheTopOfItsRepository() throws IOException {
        Files.createDirectories(folder.resolve("outer/.git"));
        Files.createDirectories(folder.resolve("outer/inner/.git"));
        Files.createDirectories(folder.resolve("outer/inner/docker/demo"));

        assertThat(Repository.pathOf(folder.resolve("outer/inner/docker/demo"))).isEqualTo("docker/demo");
    }

    @Test
    void theTopItselfHasNoName() throws IOException {
        Files.createFile(folder.resolve(".git"));

        assertThat(Repository.pathOf(folder)).isEmpty();
    }

    @Test
    void outsideOfAnyRepositoryItsOwnNameDoes() {
        assertThat(Repository.pathOf(Path.of("/no-such-place/demo"))).isEqualTo("demo");
    }
}
