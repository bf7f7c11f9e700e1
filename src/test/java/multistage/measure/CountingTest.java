package multistage.measure;

import static multistage.facts.fixtures.ExampleFacts.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.Inventory;
import multistage.facts.Inventory.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {
    @Test
    void filesAreCountedAndLinksFoldersAndDevicesAreNot() {
        Inventory inventory = count(
                file("/a", 30),
                new Entry("/b", Kind.LINK, 0, "0755"),
                new Entry("/c", Kind.FOLDER, 0, "0755"),
                new Entry("/d", Kind.OTHER, 0, "0755"));

        assertThat(inventory.files()).isOne();
        assertThat(inventory.bytes()).isEqualTo(30);
        assertThat(inventory.executables()).isOne();
    }

    @Test
    void anEmptyFileSystemHoldsNothing() {
        Inventory inventory = count();

        assertThat(inventory.files()).isZero();
        assertThat(inventory.bytes()).isZero();
        assertThat(inventory.folders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0644, 0, 0",
        "0755, 1, 0",
        "0100, 1, 0",
        "0001, 1, 0",
        "4755, 1, 1",
        "2755, 1, 1",
        "1755, 1, 0",
        "4644, 0, 1"
    })
    void permissionsTellWhatMayBeExecutedAndWithWhoseRights(String mode, long executables, int setuid) {
        Inventory inventory = count(new Entry("/usr/bin/su", Kind.FILE, 1, mode));

        assertThat(inventory.executables()).isEqualTo(executables);
        assertThat(inventory.setuid()).hasSize(setuid).allMatch("/usr/bin/su"::equals);
    }

    @Test
    void aFolderOfSetgidIsNoFile() {
        assertThat(count(new Entry("/var/mail", Kind.FOLDER, 0, "2775")).setuid())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/hello, /",
        "/etc/passwd, /etc",
        "/usr/lib/libc.so, /usr/lib",
        "/usr/lib/git-core/git, /usr/lib",
        "/a/b/c/d/e, /a/b"
    })
    void aFileBelongsToItsFolderOfTheFirstTwoLevels(String path, String folder) {
        assertThat(count(file(path, 5)).folders()).containsExactly(new Folder(folder, 1, 5));
    }

    @Test
    void theHeaviestFolderComesFirstAndOfEqualOnesTheFirstByPath() {
        assertThat(count(file("/usr/lib/a", 2), file("/usr/b", 9), file("/usr/lib/x/c", 1), file("/etc/d", 3))
                        .folders())
                .containsExactly(new Folder("/usr", 1, 9), new Folder("/etc", 1, 3), new Folder("/usr/lib", 2, 3));
    }

    @Test
    void listsAreBounded() {
        Inventory inventory = count(IntStream.range(0, 1000)
                .mapToObj(i -> new Entry("/" + i + "/su", Kind.FILE, i, "4755"))
                .toArray(Entry[]::new));

        assertThat(inventory.setuid()).hasSize(300);
        assertThat(inventory.folders()).hasSize(300).first().isEqualTo(new Folder("/999", 1, 999));
        assertThat(inventory.files()).isEqualTo(1000);
    }

    @Test
    void pathsAreBoundedAndCutBetweenCharacters() {
        String face = "\ud83d\ude00";
        Inventory inventory = count(
                new Entry("/" + "a".repeat(5000), Kind.FILE, 1, "4755"),
                new Entry("/" + "b".repeat(297) + face + "/c", Kind.FILE, 1, "4755"));

        assertThat(inventory.setuid()).containsExactly("/" + "a".repeat(298) + "…", "/" + "b".repeat(297) + "…");
        assertThat(inventory.folders())
                .allSatisfy(
                        folder -> assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(folder.path()))
                                .isTrue());
    }

    private static Inventory count(Entry... entries) {
        return Counting.of(new Content(List.of(entries)));
    }
}
