package multistage.build;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code .dockerignore} means: each line of the tables is what {@code docker build} made of it, with BuildKit. */
class IgnoreFileTest {

    @ParameterizedTest(name = "{0} ignores {1}")
    @CsvSource({
        "a, a",
        "a, a/b/c",
        "/a, a",
        "./a/, a",
        "x/../a, a",
        "a/b, a/b",
        "*, a/b",
        "*.go, x.go",
        "*/b, a/b",
        "a?, ab",
        "[a-c]b, bb",
        "[^a]b, bb",
        "**, a/b",
        "**/b, b",
        "**/b, a/c/b",
        "**/*.go, x.go",
        "**/*.go, a/c/x.go",
        "**.go, a/x.go",
        "a/**, a/b/c",
        "a/**/b, a/b",
        "a/**/b, a/c/d/b",
        "**/a^b, x/a^b",
        "a^b/**, a^b/x",
        "a+(b), a+(b)",
        "\\*, *",
        "é?, éa",
    })
    void aPatternIgnores(String pattern, String path) {
        assertThat(ignores(pattern, path)).isTrue();
    }

    @ParameterizedTest(name = "{0} does not ignore {1}")
    @CsvSource({
        "a, b/a",
        "a, ab",
        "*.go, a/x.go",
        "a?, a",
        "a/**, a",
        "**/b, ab",
        "[^a]b, ab",
        "a.b, axb",
        "a^b*, a^b",
        "\\*, x",
        "., a",
        "/, a",
        "../a, a",
        "'#a', '#a'",
    })
    void aPatternDoesNotIgnore(String pattern, String path) {
        assertThat(ignores(pattern, path)).isFalse();
    }

    @Test
    void theLastPatternThatMatchesDecides() {
        assertThat(ignores("*\n!a", "a")).isFalse();
        assertThat(ignores("*\n!a", "b")).isTrue();
        assertThat(ignores("*\n!a\na/b", "a/b")).isTrue();
        assertThat(ignores("!a\na", "a")).isTrue();
    }

    @Test
    void whatLiesInAFolderThatIsTakenInAgainIsTakenInToo() {
        assertThat(ignores("a\n!a/b", "a/b/c")).isFalse();
        assertThat(ignores("a\n!a/b", "a/c")).isTrue();
    }

    @Test
    void anExceptionForAFolderThatWasNotIgnoredDoesNotHoldForWhatLiesInIt() {
        assertThat(ignores("*/*.txt\n!a", "a/x.txt")).isTrue();
    }

    @Test
    void onlyFoldersThatAnExceptionMayMatchInAreLookedInto() {
        assertThat(IgnoreFile.parse("i", "a\n!a/b/c").mayTakeFrom("a/b")).isTrue();
        assertThat(IgnoreFile.parse("i", "a\n!a/b/**").mayTakeFrom("a/b")).isTrue();
        assertThat(IgnoreFile.parse("i", "*\n!**/b").mayTakeFrom("a")).isTrue();
        assertThat(IgnoreFile.parse("i", "a\n!b").mayTakeFrom("a")).isFalse();
        assertThat(IgnoreFile.parse("i", "a\nb").mayTakeFrom("a")).isFalse();
    }

    @Test
    void marksAndEndsOfLinesOfOtherSystemsAreNoPartOfAPattern() {
        assertThat(ignores("\uFEFFa\r\n\r\nb\t \r\n", "a")).isTrue();
        assertThat(ignores("\uFEFFa\r\n\r\nb\t \r\n", "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "[]a]", "[a-]", "a\\", "!", "[b-a]"})
    void whatIsNoPatternIsRefusedWithItsLine(String pattern) {
        assertThatThrownBy(() -> IgnoreFile.parse(".dockerignore", "# first\n" + pattern))
                .isInstanceOf(ContextRefused.class)
                .hasMessage(".dockerignore, line 2: Docker takes this for no pattern: " + pattern);
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void aPatternMadeToTakeForEverDoesNot() {
        assertThat(ignores("*a".repeat(50) + "b", "a".repeat(250))).isFalse();
    }

    @Test
    void theFileOfTheDockerfileGoesBeforeThatOfTheFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(".dockerignore"), "a");
        Files.writeString(folder.resolve("Dockerfile-multi.dockerignore"), "");

        assertThat(IgnoreFile.in(folder, "Dockerfile-multi").patterns()).isEmpty();
        assertThat(IgnoreFile.in(folder, "Dockerfile-naive").patterns()).hasSize(1);
    }

    @Test
    void aLongOneIsRefused(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(".dockerignore"), "a\n".repeat(20_000));

        assertThatThrownBy(() -> IgnoreFile.in(folder, "Dockerfile-multi"))
                .isInstanceOf(ContextRefused.class)
                .hasMessage(".dockerignore is longer than 20.0 kB");
    }

    private static boolean ignores(String text, String path) {
        IgnoreFile file = IgnoreFile.parse(".dockerignore", text);
        IgnoreFile.Match match = IgnoreFile.Match.NONE;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            match = file.match(path.substring(0, end), match);
        }
        return file.match(path, match).ignored();
    }
}
