package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTreeTest {
    private final FileTree tree = new FileTree(ArchiveLimits.DEFAULT);

    @Test
    void layersAddUp() throws ArchiveUnreadable {
        layer("/bin/", "/bin/sh");
        layer("/hello");

        assertThat(paths()).containsExactly("/bin", "/bin/sh", "/hello");
    }

    @Test
    void aLaterFileHidesAnEarlierOne() throws ArchiveUnreadable {
        tree.add(List.of(file("/hello", 1)));
        tree.add(List.of(file("/hello", 2)));

        assertThat(entries()).containsExactly(new Entry("/hello", Kind.FILE, 2, "0644"));
    }

    @Test
    void aWhiteoutRemovesAFileAndLeavesNoTrace() throws ArchiveUnreadable {
        layer("/tmp/", "/tmp/a", "/tmp/ab");
        layer("/tmp/.wh.a");

        assertThat(paths()).containsExactly("/tmp", "/tmp/ab");
    }

    @Test
    void aWhiteoutRemovesAFolderWithAllThatItHolds() throws ArchiveUnreadable {
        layer("/usr/", "/usr/lib/", "/usr/lib/go/", "/usr/lib/go/bin", "/usr/lib.txt");
        layer("/usr/.wh.lib");

        assertThat(paths()).containsExactly("/usr", "/usr/lib.txt");
    }

    @Test
    void aWhiteoutOfNothingIsNoTrouble() throws ArchiveUnreadable {
        layer("/.wh.gone");

        assertThat(paths()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.wh.", "/app/.wh..", "/app/.wh..."})
    void aWhiteoutOfNoNameIsAnError(String path) {
        assertThatThrownBy(() -> layer(path))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessage("its entry \"" + path + "\" removes what has no name");
    }

    @Test
    void anOpaqueFolderHoldsOnlyWhatItsOwnLayerBrings() throws ArchiveUnreadable {
        layer("/etc/", "/etc/passwd", "/etc/ssl/", "/etc/ssl/cert", "/hello");
        layer("/etc/", "/etc/hosts", "/etc/.wh..wh..opq");

        assertThat(paths()).containsExactly("/etc", "/etc/hosts", "/hello");
    }

    @Test
    void anOpaqueRootFolderHidesEverything() throws ArchiveUnreadable {
        layer("/etc/", "/etc/passwd");
        layer("/.wh..wh..opq", "/hello");

        assertThat(paths()).containsExactly("/hello");
    }

    @Test
    void whatALayerRemovesIsGoneBeforeItBringsTheSameAgain() throws ArchiveUnreadable {
        layer("/hello");
        layer("/hello", "/.wh.hello");

        assertThat(paths()).containsExactly("/hello");
    }

    @Test
    void aFileReplacesAFolder() throws ArchiveUnreadable {
        layer("/app/", "/app/main", "/app2");
        layer("/app");

        assertThat(paths()).containsExactly("/app", "/app2");
    }

    @Test
    void aFolderReplacesAFileAlsoOneThatIsThereOnlyForWhatItHolds() throws ArchiveUnreadable {
        layer("/app", "/lib");
        layer("/app/main", "/lib/");

        assertThat(entries()).extracting(Entry::kind).containsExactly(Kind.FOLDER, Kind.FILE, Kind.FOLDER);
    }

    @Test
    void withinALayerNothingLiesBelowWhatIsNoFolder() {
        assertThatThrownBy(() -> layer("/app", "/app/usr/main"))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessage("it has entries below \"/app\", which is no folder");
    }

    @Test
    void foldersThatNoLayerTellsOfAreThereToo() throws ArchiveUnreadable {
        layer("/usr/local/bin/hello");

        assertThat(paths()).containsExactly("/usr", "/usr/local", "/usr/local/bin", "/usr/local/bin/hello");
    }

    @Test
    void theRootFolderIsNoEntryAndAFolder() throws ArchiveUnreadable {
        layer("/");

        assertThat(paths()).isEmpty();
        assertThatThrownBy(() -> tree.add(List.of(file("/", 0))))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessage("its root folder is no folder");
    }

    @Test
    void aFileOfTwoNamesCountsOnce() throws ArchiveUnreadable {
        tree.add(List.of(file("/b", 7), link("/a", "/b"), link("/c", "/a")));

        assertThat(entries())
                .containsExactly(
                        new Entry("/a", Kind.FILE, 7, "0644"),
                        new Entry("/b", Kind.LINK, 0, "0644"),
                        new Entry("/c", Kind.LINK, 0, "0644"));
    }

    @Test
    void aNameThatIsLeftCarriesTheBytes() throws ArchiveUnreadable {
        tree.add(List.of(file("/a", 7), link("/b", "/a"), link("/c", "/a")));
        layer("/.wh.a");
        tree.add(List.of(file("/b", 1)));

        assertThat(entries())
                .containsExactly(new Entry("/b", Kind.FILE, 1, "0644"), new Entry("/c", Kind.FILE, 7, "0644"));
    }

    @Test
    void anotherNameOfWhatIsNoFileIsOfTheSameKind() throws ArchiveUnreadable {
        tree.add(List.of(new LayerEntry("/a", Kind.OTHER, 0, "0644", ""), link("/b", "/a")));

        assertThat(entries())
                .containsExactly(new Entry("/a", Kind.OTHER, 0, "0644"), new Entry("/b", Kind.OTHER, 0, "0644"));
    }

    @Test
    void noFileIsAnotherNameOfItself() {
        assertThatThrownBy(() -> tree.add(List.of(file("/twin", 1), link("/twin", "/twin"))))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessage("its entry \"/twin\" is another name of \"/twin\", which is no file that comes before it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lower", "/missing", "/folder", "/twin"})
    void anotherNameIsThatOfAFileWhichItsLayerBroughtBefore(String target) throws ArchiveUnreadable {
        layer("/lower");

        assertThatThrownBy(() ->
                        tree.add(List.of(new LayerEntry("/folder", Kind.FOLDER, 0, "0644", ""), link("/twin", target))))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessage("its entry \"/twin\" is another name of \"" + target
                        + "\", which is no file that comes before it");
    }

    @Test
    void layersThatAreLaidOverAndOverAreLimited() throws ArchiveUnreadable {
        FileTree small = new FileTree(new ArchiveLimits(0, 5, 100, 0, 0, 0));
        small.add(List.of(file("/a/b", 1)));
        small.add(List.of(file("/a/b", 1)));
        small.add(List.of(file("/a/b", 1)));

        assertThatThrownBy(() -> small.add(List.of(file("/a/b", 1), file("/a/c", 1))))
                .isInstanceOf(LimitExceeded.class);
    }

    /** Paths that end in a slash are folders. */
    private void layer(String... paths) throws ArchiveUnreadable {
        tree.add(Stream.of(paths)
                .map(path -> new LayerEntry(
                        Paths.absolute(path), path.endsWith("/") ? Kind.FOLDER : Kind.FILE, 0, "0644", ""))
                .toList());
    }

    private static LayerEntry file(String path, long bytes) {
        return new LayerEntry(path, Kind.FILE, bytes, "0644", "");
    }

    private static LayerEntry link(String path, String target) {
        return new LayerEntry(path, Kind.LINK, 0, "0644", target);
    }

    private List<Entry> entries() {
        return tree.content().entries();
    }

    private List<String> paths() {
        return entries().stream().map(Entry::path).toList();
    }
}
