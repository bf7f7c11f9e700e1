package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileListingTest {
    private static final String HELLO = "f 755 5062808 1 39:100 /hello";

    @Test
    void filesFoldersAndLinksComeByPathWithTheirPermissions() {
        assertThat(entries("l 777 7 1 39:3 /bin", "f 4755 59976 1 39:4 /usr/bin/su", "d 755 4096 2 39:2 /usr", HELLO))
                .containsExactly(
                        new Entry("/bin", Kind.LINK, 0, "0777"),
                        new Entry("/hello", Kind.FILE, 5_062_808, "0755"),
                        new Entry("/usr", Kind.FOLDER, 0, "0755"),
                        new Entry("/usr/bin/su", Kind.FILE, 59_976, "4755"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0000", "7, 0007", "44, 0044", "1777, 1777"})
    void permissionsHaveFourDigits(String listed, String mode) {
        assertThat(entries("d " + listed + " 4096 2 39:2 /a"))
                .extracting(Entry::mode)
                .containsExactly(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "p", "s", "D", "U", "?"})
    void whatIsNeitherFileNorFolderNorLinkIsSomethingElse(String type) {
        assertThat(entries(type + " 666 8 1 39:2 /a")).containsExactly(new Entry("/a", Kind.OTHER, 0, "0666"));
    }

    @Test
    void ofAFileOfSeveralNamesTheFirstByPathHasTheBytes() {
        assertThat(entries("f 755 30 2 39:7 /b", "f 755 30 2 39:7 /a", "f 755 30 2 40:7 /c", "f 755 30 1 39:7 /d"))
                .containsExactly(
                        new Entry("/a", Kind.FILE, 30, "0755"),
                        new Entry("/b", Kind.LINK, 0, "0755"),
                        new Entry("/c", Kind.FILE, 30, "0755"),
                        new Entry("/d", Kind.FILE, 30, "0755"));
    }

    @Test
    void whatTheEnginePutsIntoEveryContainerIsLeftOut() {
        assertThat(entries("d 755 4096 1 39:1 /", "f 755 0 1 39:2 /.dockerenv", "f 644 174 1 254:3 /etc/hosts", HELLO))
                .extracting(Entry::path)
                .containsExactly("/hello");
    }

    @Test
    void aPathMayHoldAnythingButAZero() {
        assertThat(entries("f 644 1 1 39:2 /a b\nf 644 1 1 39:3 /é\\0"))
                .extracting(Entry::path)
                .containsExactly("/a b\nf 644 1 1 39:3 /é\\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OCI runtime exec failed: exec: \"find\": executable file not found in $PATH",
                "/hello",
                "ff 755 1 1 39:2 /a",
                "f 789 1 1 39:2 /a",
                "f 77777 1 1 39:2 /a",
                "f 755 -1 1 39:2 /a",
                "f 755 99999999999999 1 39:2 /a",
                "f 755 1 39:2 /a",
                "f 755 1 1 39:2 a",
                ""
            })
    void whatIsNoRecordMakesItNoListing(String record) {
        assertThat(parse(listing(HELLO, record, HELLO))).isEmpty();
    }

    @Test
    void aPathIsNoLongerThanLinuxLetsItBe() {
        assertThat(parse(listing("f 644 1 1 39:2 /" + "a".repeat(4095)))).isPresent();
        assertThat(parse(listing("f 644 1 1 39:2 /" + "a".repeat(4096)))).isEmpty();
    }

    @Test
    void aListingWithoutAFileOrWithoutItsLastZeroIsNone() {
        byte[] whole = listing(HELLO, HELLO);

        assertThat(parse(new byte[0])).isEmpty();
        assertThat(parse(Arrays.copyOf(whole, whole.length - 1))).isEmpty();
    }

    @Test
    void aListingWithoutEndIsNone() {
        assertThat(parse(listing("f 0 0 1 1:1 /a\0".repeat(499_999) + HELLO))).isPresent();
        assertThat(parse(listing("f 0 0 1 1:1 /a\0".repeat(500_000) + HELLO))).isEmpty();
    }

    private static List<Entry> entries(String... records) {
        return parse(listing(records)).orElseThrow().entries();
    }

    private static Optional<Content> parse(byte[] listing) {
        return FileListing.parse(listing);
    }

    private static byte[] listing(String... records) {
        return (String.join("\0", records) + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
