package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import multistage.archive.fixtures.Packing;
import multistage.archive.fixtures.RawTar;
import multistage.archive.fixtures.Tar;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerReaderTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1_000_000, 10, 1000, 2000, 1000, 1000);

    @Test
    void listsWhatALayerHoldsByItsKindAndSize() throws IOException {
        Tar layer = new Tar()
                .folder("usr")
                .file("usr/hello", "hello")
                .symbolicLink("usr/link", "hello")
                .hardLink("usr/twin", "usr/hello")
                .device("dev/null")
                .pipe("run/pipe")
                .file(".wh.gone", "");

        assertThat(entries(layer.bytes()))
                .containsExactly(
                        new LayerEntry("/usr", Kind.FOLDER, 0, "0755", ""),
                        new LayerEntry("/usr/hello", Kind.FILE, 5, "0644", ""),
                        new LayerEntry("/usr/link", Kind.LINK, 0, "0644", ""),
                        new LayerEntry("/usr/twin", Kind.LINK, 0, "0644", "/usr/hello"),
                        new LayerEntry("/dev/null", Kind.OTHER, 0, "0644", ""),
                        new LayerEntry("/run/pipe", Kind.OTHER, 0, "0644", ""),
                        new LayerEntry("/.wh.gone", Kind.FILE, 0, "0644", ""));
    }

    @ParameterizedTest
    @CsvSource({"POSIX", "GNU"})
    void aLongPathIsWholeInBothFormats(Tar.LongNames format) throws IOException {
        String path = "a".repeat(90) + "/" + "b".repeat(90) + "/" + "c".repeat(90);

        assertThat(entries(new Tar(format).file(path, "").hardLink("twin", path).bytes()))
                .containsExactly(
                        new LayerEntry("/" + path, Kind.FILE, 0, "0644", ""),
                        new LayerEntry("/twin", Kind.LINK, 0, "0644", "/" + path));
    }

    @Test
    void aNameMayFillItsFieldAndALongOneNeedsNoZeroAtItsEnd() throws IOException {
        byte[] full = RawTar.file("f".repeat(100), 0);
        byte[] longName = RawTar.typed("L", 4);

        assertThat(entries(RawTar.archive(full, longName, Arrays.copyOf("long".getBytes(), 512), full)))
                .extracting(LayerEntry::path)
                .containsExactly("/" + "f".repeat(100), "/long");
    }

    @Test
    void aPathInTwoPartsIsPutTogether() throws IOException {
        byte[] layer = RawTar.file("hello", 0);
        System.arraycopy("usr/bin".getBytes(), 0, layer, 345, 7);

        assertThat(entries(RawTar.archive(RawTar.checked(layer))))
                .containsExactly(new LayerEntry("/usr/bin/hello", Kind.FILE, 0, "0644", ""));
    }

    @Test
    void anOldFolderIsAFileWhoseNameEndsInASlash() throws IOException {
        byte[] folder = RawTar.file("app/", 0);
        byte[] file = RawTar.file("app/hello", 5);
        folder[156] = 0;
        file[156] = 0;

        assertThat(entries(RawTar.archive(RawTar.checked(folder), RawTar.checked(file), new byte[512])))
                .containsExactly(
                        new LayerEntry("/app", Kind.FOLDER, 0, "0755", ""),
                        new LayerEntry("/app/hello", Kind.FILE, 5, "0644", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6"})
    void onlyAFileHasDataWhateverItsSizeSays(String type) throws IOException {
        assertThat(entries(RawTar.archive(RawTar.typed(type, 5000), RawTar.file("next", 0))))
                .extracting(LayerEntry::path)
                .containsExactly("/header", "/next");
    }

    @Test
    void aLayerWithoutEntriesIsEmptyAlsoAfterAHeaderForAllOfThem() throws IOException {
        assertThat(entries(new Tar().bytes())).isEmpty();
        assertThat(entries(RawTar.archive(RawTar.typed("g", 0)))).isEmpty();
    }

    @Test
    void aLayerThatIsCutAnywhereBeforeItsEndIsMarkedIsNotTakenForAWholeOne() {
        byte[] layer = new Tar().file("hello", "x".repeat(700)).bytes();

        for (int length = 0; length < 4 * 512; length += 64) {
            byte[] cut = Arrays.copyOf(layer, length);
            assertThatThrownBy(() -> entries(cut))
                    .as("cut at %d", length)
                    .isInstanceOf(ArchiveUnreadable.class)
                    .hasMessageMatching("it is (cut|empty).*");
        }
    }

    @Test
    void aLayerThatIsCutBehindAnEntryIsToldWithItsName() {
        byte[] layer = new Tar().file("hello", "x".repeat(700)).bytes();

        assertProblem(Arrays.copyOf(layer, 512 + 800), "it is cut: it ends after its entry \"hello\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "7", "V", "M", "D", "Z", "9", "é"})
    void anEntryOfATypeThatEnginesDoNotUnpackIsAnError(char type) {
        assertProblem(new Tar().other("odd", type).bytes(), "its entry \"odd\" is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GNU.sparse.realsize", "GNU.sparse.major", "SCHILY.realsize"})
    void aSparseFileIsAnErrorSinceItsSizeIsNotThatOfItsData(String key) {
        byte[] record = ("40 " + key + "=").getBytes();
        byte[] value = "1".repeat(39 - record.length).concat("\n").getBytes();

        assertProblem(
                RawTar.archive(
                        RawTar.typed("x", 40),
                        Arrays.copyOf(Packing.joined(record, value), 512),
                        RawTar.file("hole", 0)),
                "its entry \"hole\" is a sparse file, which no engine writes: its size cannot be told");
    }

    @Test
    void anExtendedHeaderIsReadUpToTheLimit() throws IOException {
        String value = "x".repeat(2000 - "2000 note=\n".length());

        assertThat(entries(new Tar().withAttribute("a", "note", value).bytes())).hasSize(1);
    }

    @Test
    void anExtendedHeaderIsNotReadBeyondTheLimit() {
        assertProblem(
                new Tar().withAttribute("a", "note", "x".repeat(3000)).bytes(),
                "it has an extended header of 3011 bytes, more than the 2000 that are read here");
        assertProblem(
                RawTar.typed("L", 1L << 40),
                "it has an extended header of 1099511627776 bytes, more than the 2000 that are read here");
    }

    @Test
    void aWrongChecksumIsAnError() {
        byte[] layer = new Tar().file("one", "").file("two", "").bytes();
        layer[512] ^= 1;

        assertProblem(layer, "one of its headers is damaged: its checksum is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0000000001\0", "777777777777", "88888888888\0", "12 34567890\0", "helloworld!\0"})
    void aSizeThatIsNoneIsAnError(String size) {
        byte[] file = RawTar.file("odd", 0);
        System.arraycopy(size.getBytes(), 0, file, 124, 12);

        assertThatThrownBy(() -> entries(RawTar.archive(RawTar.checked(file)))).isInstanceOf(ArchiveUnreadable.class);
    }

    @Test
    void aSizeBelowZeroIsAnErrorAndOneBeyondAllBoundsACut() {
        assertProblem(RawTar.archive(RawTar.binary("odd", -1)), "its entry \"odd\" has a size below zero");
        assertProblem(
                RawTar.archive(RawTar.binary("odd", 1L << 62)),
                "it is cut: it ends in the middle of its entry \"odd\"");
    }

    @Test
    void anEndMarkedByOneBlockOrAfterAnExtendedHeaderIsNone() {
        assertProblem(
                Packing.joined(Packing.joined(new byte[512], RawTar.file("a", 0)), new byte[1024]),
                "it is damaged: its end is marked in the middle of it");
        assertProblem(RawTar.archive(RawTar.typed("x", 0)), "it is damaged: its end is marked in the middle of it");
    }

    @Test
    void entriesAndTheirNamesAreLimited() {
        Tar many = new Tar();
        for (int i = 0; i < 11; i++) {
            many.file("file" + i, "");
        }
        assertProblem(many.bytes(), "it holds more than 10 entries, and no more is read");
        assertProblem(
                new Tar().file("x".repeat(1001), "").bytes(),
                "it holds more than 1.00 kB of names, and no more is read");
    }

    private static void assertProblem(byte[] layer, String problem) {
        assertThatThrownBy(() -> entries(layer))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessageStartingWith(problem);
    }

    private static List<LayerEntry> entries(byte[] layer) throws IOException {
        return LayerReader.entries(new ByteArrayInputStream(layer), new Budget(LIMITS));
    }
}
