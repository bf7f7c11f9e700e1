package multistage.docker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import multistage.facts.NotMeasured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerIgnoreTest {

    @ParameterizedTest(name = "{0} ignores {1}")
    @CsvSource({
        "a, a",
        "a, a/b/c",
        "/a, a",
        "a/b, a/b",
        "*, a/b",
        "a?, ab",
        "[a-c]b, bb",
        "[^a]b, bb",
        "**, a/b",
        "**/b, a/c/b",
        "**/*.go, a/c/x.go",
        "**.go, x.go",
        "a/**, a/b/c",
        "a/**/b, a/c/d/b",
        "a+(b), a+(b)",
        "\\*, *",
        "*\\n!a\\na/b, a/b",
        "*\\n!a, b",
        "\\ufeffa\\r\\n\\r\\nb\\t \\r\\n, b"
    })
    void aPatternIgnores(String patterns, String path) {
        assertThat(ignores(patterns, path)).isTrue();
    }

    @ParameterizedTest(name = "{0} does not ignore {1}")
    @CsvSource({
        "a, b/a",
        "*.go, a/x.go",
        "a/**, a",
        "[^a]b, ab",
        "a.b, axb",
        "., a",
        "../a, a",
        "'#a', '#a'",
        "*\\n!a, a/b",
        "a\\n!a/b, a/b/c"
    })
    void aPatternDoesNotIgnore(String patterns, String path) {
        assertThat(ignores(patterns, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "a\\", "!", "[b-a]"})
    void whatIsNoPatternIsRefusedWithItsLine(String pattern) {
        assertThatThrownBy(() -> DockerIgnore.parse(".dockerignore", "# first\n" + pattern))
                .isInstanceOf(NotMeasured.class)
                .hasMessageStartingWith(".dockerignore, line 2: ");
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void aPatternMadeToTakeForEverDoesNot() {
        assertThat(ignores("*a".repeat(50) + "b", "a".repeat(250))).isFalse();
    }

    @Test
    void theFileOfTheDockerfileGoesBeforeThatOfTheFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(".dockerignore"), "a");
        Files.writeString(folder.resolve("Dockerfile-multi.dockerignore"), "b");

        assertThat(DockerIgnore.in(folder, "Dockerfile-multi").ignores("a")).isFalse();
        assertThat(DockerIgnore.in(folder, "Dockerfile-naive").ignores("a")).isTrue();
    }

    private static boolean ignores(String text, String path) {
        String patterns = text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\ufeff", "\ufeff");
        return DockerIgnore.parse(".dockerignore", patterns).ignores(path);
    }
}
