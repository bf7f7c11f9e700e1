package multistage.measure;

import static multistage.facts.fixtures.ExampleFacts.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.Inventory;
import multistage.facts.Inventory.Folder;
import multistage.facts.Provision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInventoryTest {
    private static final String HELLO = "f,755,5062808,1,39:100,/hello";

    @Test
    void readsAListingByPathAndCountsAFileOfSeveralNamesOnce() {
        assertThat(entries(
                        "l,777,7,1,39:3,/bin",
                        "c,6,8,1,39:2,/b\nd,/\\0é",
                        "f,4755,5,2,39:4,/usr/su",
                        "f,4755,5,2,39:4,/usr/sudo",
                        "f,4755,5,2,40:4,/usr/x",
                        "d,1777,9,2,3:2,/a"))
                .containsExactly(
                        new Entry("/a", Kind.FOLDER, 0, "1777"),
                        new Entry("/b\nd,/\\0é", Kind.OTHER, 0, "0006"),
                        new Entry("/bin", Kind.LINK, 0, "0777"),
                        new Entry("/usr/su", Kind.FILE, 5, "4755"),
                        new Entry("/usr/sudo", Kind.LINK, 0, "4755"),
                        new Entry("/usr/x", Kind.FILE, 5, "4755"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec: \"find\": executable file not found in $PATH",
                "f,789,1,1,39:2,/a",
                "f,755,-1,1,39:2,/a",
                ""
            })
    void takesSomethingElseOrACutListingForNone(String record) {
        byte[] whole = listing(HELLO, HELLO);

        assertThat(FileInventory.content(listing(HELLO, record, HELLO))).isEmpty();
        assertThat(FileInventory.content(Arrays.copyOf(whole, whole.length - 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0644, 0, 0", "0001, 1, 0", "4755, 1, 1", "2755, 1, 1", "1755, 1, 0", "4644, 0, 1"})
    void tellsByPermissionsWhatMayBeExecutedAndWithWhoseRights(String mode, long executables, int setuid) {
        Inventory inventory = count(new Entry("/usr/bin/su", Kind.FILE, 1, mode));

        assertThat(inventory.executables()).isEqualTo(executables);
        assertThat(inventory.setuid()).hasSize(setuid);
    }

    @Test
    void addsFilesUpByTheirFolderOfTwoLevelsHeaviestFirst() {
        assertThat(count(
                                file("/hello", 1),
                                file("/usr/lib/a", 2),
                                file("/usr/b", 9),
                                file("/usr/lib/x/c", 1),
                                file("/etc/d", 3))
                        .folders())
                .containsExactly(
                        new Folder("/usr", 1, 9),
                        new Folder("/etc", 1, 3),
                        new Folder("/usr/lib", 2, 3),
                        new Folder("/", 1, 1));
    }

    @Test
    void boundsListsAndPathsAndLeavesNothingInThemThatBreaksALine() {
        Inventory inventory = count(IntStream.range(0, 1000)
                .mapToObj(i -> new Entry("/" + i + "\n" + "a".repeat(5000) + "/su", Kind.FILE, i, "4755"))
                .toArray(Entry[]::new));

        assertThat(inventory.setuid()).hasSize(300);
        assertThat(inventory.folders())
                .hasSize(300)
                .allSatisfy(folder -> assertThat(folder.path()).hasSize(300).doesNotContain("\n"));
        assertThat(inventory.files()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "SHELL, /home/bin/sh, /usr/bin/bash",
        "SHELL, /usr/bin/bash, /bin/sh",
        "DYNAMIC_LOADER, /lib/x86_64-linux-gnu/libc.so.6, /lib64/ld-linux-x86-64.so.2",
        "DYNAMIC_LOADER, /lib64/old/ld-linux-x86-64.so.2, /lib/ld-musl-x86_64.so.1",
        "CERTIFICATES, /etc/ssl/certs/a.pem, /etc/ssl/certs/ca-certificates.crt",
        "TIME_ZONES, /usr/share/zoneinfo/Europe, /usr/share/zoneinfo",
        "PACKAGE_MANAGER, /usr/bin/dpkg, /usr/bin/apt-get"
    })
    void tellsTheLikeliestPlaceWhereProgramsLook(Provision.Kind kind, String lessLikely, String place) {
        assertThat(provision(kind, file(lessLikely, 1), file(place, 1))).contains(place);
        assertThat(provision(kind)).isEmpty();
    }

    private static Optional<String> provision(Provision.Kind kind, Entry... entries) {
        return count(entries).provisions().get(kind.ordinal()).path();
    }

    private static Inventory count(Entry... entries) {
        return FileInventory.of(new Content(List.of(entries)));
    }

    private static List<Entry> entries(String... records) {
        return FileInventory.content(listing(records)).orElseThrow().entries();
    }

    private static byte[] listing(String... records) {
        return (String.join("\0", records) + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
