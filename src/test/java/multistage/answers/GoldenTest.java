package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @Test
    void goldenFilesAreNotBeingUpdated() {
        assertThat(Golden.UPDATED)
                .as("-Dgolden=update wrote the golden files anew: look at the difference, then run without it")
                .isFalse();
    }

    @Test
    void anotherTextFailsWithTheFilesName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("page.md"), "expected\n");

        assertThatThrownBy(() -> Golden.assertMatches(file, "other\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.md")
                .hasMessageContaining("-Dgolden=update");
    }

    @Test
    void anUpdateWritesWhatThereIs(@TempDir Path folder) {
        Path file = folder.resolve("new").resolve("page.md");

        Golden.assertMatches(file, "now\n", true);

        Golden.assertMatches(file, "now\n", false);
    }

    @Test
    void aMissingFileFailsWithTheCommandThatMakesIt(@TempDir Path folder) {
        assertThatThrownBy(() -> Golden.assertMatches(folder.resolve("page.md"), "any\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("mvn test-compile surefire:test@unit-tests -Dgolden=update");
    }
}
