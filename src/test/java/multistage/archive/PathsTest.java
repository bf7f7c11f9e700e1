package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @CsvSource({
        "hello, /hello",
        "./hello, /hello",
        "/hello, /hello",
        "usr/bin/, /usr/bin",
        "/app/./hello, /app/hello",
        "/app/../bin/hello, /bin/hello",
        "/usr//bin/hello, /usr/bin/hello",
        "./, /",
        "., /",
        "/, /",
        "'', /"
    })
    void aPathIsAsAContainerSeesItInAnArchiveToo(String path, String seen) throws ArchiveUnreadable {
        assertThat(Paths.absolute(path)).isEqualTo(seen);
        assertThat(Paths.inArchive(path)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"../../etc, /etc", "/.., /", "app/../../etc, /etc"})
    void whatClimbsAboveTheRootFolderStaysThere(String path, String seen) {
        assertThat(Paths.absolute(path)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "/..", "../etc/passwd", "app/../../etc/passwd", "a\0b", "\0b"})
    void noEntryMayClimbAboveTheRootFolderNorHoldAZero(String name) {
        assertThatThrownBy(() -> Paths.inArchive(name))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessage("its entry " + RawText.shown(name) + " has a name that no engine unpacks");
    }

    @Test
    void aPathIsAFolderAndAName() {
        assertThat(Paths.folder("/usr/bin/hello")).isEqualTo("/usr/bin");
        assertThat(Paths.folder("/hello")).isEmpty();
        assertThat(Paths.name("/usr/bin/hello")).isEqualTo("hello");
    }
}
