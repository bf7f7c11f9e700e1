package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTreeTest {
    private final FileTree tree = new FileTree();

    @Test
    void layersAddUp() {
        layer("/bin/", "/bin/sh");
        layer("/hello");

        assertThat(paths()).containsExactly("/bin", "/bin/sh", "/hello");
    }

    @Test
    void aLaterFileHidesAnEarlierOne() {
        tree.add(List.of(new Entry("/hello", Kind.FILE, 1)));
        tree.add(List.of(new Entry("/hello", Kind.FILE, 2)));

        assertThat(tree.entries()).containsExactly(new Entry("/hello", Kind.FILE, 2));
    }

    @Test
    void aWhiteoutRemovesAFileAndLeavesNoTrace() {
        layer("/tmp/", "/tmp/a", "/tmp/ab");
        layer("/tmp/.wh.a");

        assertThat(paths()).containsExactly("/tmp", "/tmp/ab");
    }

    @Test
    void aWhiteoutRemovesAFolderWithAllThatItHolds() {
        layer("/usr/", "/usr/lib/", "/usr/lib/go/", "/usr/lib/go/bin", "/usr/lib.txt");
        layer("/usr/.wh.lib");

        assertThat(paths()).containsExactly("/usr", "/usr/lib.txt");
    }

    @Test
    void aWhiteoutOfNothingIsNoTrouble() {
        layer("/.wh.gone");

        assertThat(paths()).isEmpty();
    }

    @Test
    void anOpaqueFolderHoldsOnlyWhatItsOwnLayerBrings() {
        layer("/etc/", "/etc/passwd", "/etc/ssl/", "/etc/ssl/cert", "/hello");
        layer("/etc/", "/etc/hosts", "/etc/.wh..wh..opq");

        assertThat(paths()).containsExactly("/etc", "/etc/hosts", "/hello");
    }

    @Test
    void whatALayerRemovesIsGoneBeforeItBringsTheSameAgain() {
        layer("/hello");
        layer("/hello", "/.wh.hello");

        assertThat(paths()).containsExactly("/hello");
    }

    @Test
    void aFileReplacesAFolder() {
        layer("/app/", "/app/main", "/app2");
        layer("/app");

        assertThat(paths()).containsExactly("/app", "/app2");
    }

    @ParameterizedTest
    @CsvSource({
        "hello, /hello",
        "./hello, /hello",
        "/hello, /hello",
        "usr/bin/, /usr/bin",
        "/app/./hello, /app/hello",
        "/app/../bin/hello, /bin/hello",
        "/usr//bin/hello, /usr/bin/hello",
        "../../etc, /etc",
        "./, /",
        "., /",
        "'', /"
    })
    void aPathIsAsAContainerSeesIt(String path, String seen) {
        assertThat(FileTree.absolute(path)).isEqualTo(seen);
    }

    /** Paths that end in a slash are folders. */
    private void layer(String... paths) {
        tree.add(Stream.of(paths)
                .map(path -> new Entry(FileTree.absolute(path), path.endsWith("/") ? Kind.FOLDER : Kind.FILE, 0))
                .toList());
    }

    private List<String> paths() {
        return tree.entries().stream().map(Entry::path).toList();
    }
}
