package multistage.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.NotMeasured;
import multistage.facts.Sha256;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ImageContentsTest {
    private static final int MB = 1_000_000;
    private static final String DAMAGED = "its archive is cut or damaged: ";
    private static final byte[] LAYER =
            tar(file("hello", 600), new Item(entry("etc/", TarConstants.LF_DIR, 0755), new byte[0]), file("etc/a", 5));

    /** How a layer may be packed in an archive; of gzip in two members as well. */
    static final List<UnaryOperator<byte[]>> PACKINGS = List.of(
            layer -> layer,
            ImageContentsTest::gzip,
            layer -> concat(gzip(Arrays.copyOf(layer, 700)), gzip(Arrays.copyOfRange(layer, 700, layer.length))),
            Zstd::compress);

    @ParameterizedTest
    @FieldSource("PACKINGS")
    void aLayerIsReadHoweverItIsPackedAndNamed(UnaryOperator<byte[]> packing) {
        for (String name : List.of("blobs/sha256/0123", "0123/layer.tar", "layer")) {
            byte[] archive = tar(
                    file("manifest.json", "[]".getBytes(UTF_8)),
                    file(name, packing.apply(LAYER)),
                    link("x/layer.tar", "../" + name));

            assertThat(read(archive, LAYER).content())
                    .isEqualTo(new Content(List.of(
                            new Entry("/etc", Kind.FOLDER, 0, "0755"),
                            new Entry("/etc/a", Kind.FILE, 5, "0644"),
                            new Entry("/hello", Kind.FILE, 600, "0644"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a b,       .wh.a,           /b,          4",
        "d/a d/b,   .wh.d,           '',          8",
        "d/a d/b e, d/.wh..wh..opq d/c, /d/c /e,  8",
        "d/a d/b,   d/c d/.wh..wh..opq, /d/c,     8",
        "d/a e,     d,               /d /e,       4",
        "a b,       a,               /a /b,       4",
        "a,         .wh.b .wh.,      /a,          0",
    })
    void laterLayersHideWhatLiesBelow(String lower, String upper, String seen, long hidden) {
        byte[] below = files(lower);
        byte[] above = files(upper);

        Content content = read(tar(file("1", below), file("2", gzip(above))), below, above)
                .content();

        assertThat(content.entries())
                .extracting(Entry::path)
                .isEqualTo(seen.isEmpty() ? List.of() : List.of(seen.split(" ")));
        assertThat(content.hiddenBytes()).isEqualTo(hidden);
        assertThat(content.bytes()).isEqualTo(4L * content.files().size() + hidden);
    }

    @Test
    void kindsAndModesAreToldAndNamesAreMadeSafe() {
        byte[] layer = tar(
                new Item(entry("run", TarConstants.LF_NORMAL, 04755), new byte[3]),
                link("link", "run"),
                new Item(entry("twin", TarConstants.LF_LINK, 0644), new byte[0]),
                new Item(entry("pipe", TarConstants.LF_FIFO, 0600), new byte[0]),
                file("./a\n::b", 1));

        assertThat(read(tar(file("l", layer)), layer).content().entries())
                .containsExactly(
                        new Entry("/a\\n::b", Kind.FILE, 1, "0644"),
                        new Entry("/link", Kind.LINK, 0, "0777"),
                        new Entry("/pipe", Kind.OTHER, 0, "0600"),
                        new Entry("/run", Kind.FILE, 3, "4755"),
                        new Entry("/twin", Kind.LINK, 0, "0644"));
    }

    @ParameterizedTest
    @CsvSource({
        "/bin/service, /usr/bin/hello",
        "/service,     /usr/bin/hello",
        "/bin/../a//./b, /a/b",
        "/../up/hello, /usr/bin/hello",
        "/round/x,     /round/x",
        "/none,        /none",
    })
    void aPathLeadsThroughLinksOfFilesAndOfFolders(String path, String real) {
        byte[] layer = tar(
                link("bin", "usr/bin"),
                file("usr/bin/hello", 4),
                link("usr/bin/service", "hello"),
                link("service", "/bin/service"),
                link("up", "usr/bin/../../bin"),
                link("round", "round/round"));

        assertThat(read(tar(file("l", layer)), layer).realPath(path)).endsWith(real);
    }

    @ParameterizedTest
    @FieldSource("PACKINGS")
    void whereverAnArchiveIsCutOrDamagedItIsSaidSo(UnaryOperator<byte[]> packing) {
        byte[] packed = packing.apply(LAYER);
        byte[] archive = tar(file("layer", packed));
        Content whole = read(archive, LAYER).content();
        for (int at = 0; at < 512 + packed.length; at += 3) {
            byte[] flipped = archive.clone();
            flipped[at] ^= 4;

            assertFails(Arrays.copyOf(archive, at), DAMAGED, LAYER);
            try { // a change in what nobody reads, as the date of gzip, is none
                assertThat(read(flipped, LAYER).content()).isEqualTo(whole);
            } catch (NotMeasured damaged) {
                assertThat(damaged).hasMessageStartingWith(DAMAGED);
            }
        }
    }

    @Test
    void aPathThatLeadsOutAndAFileThatHeadersFillAreRefused() {
        byte[] out = tar(file("a/../../b", 1));
        TarArchiveEntry sparse = entry("sparse", TarConstants.LF_PAX_EXTENDED_HEADER_LC, 0644);
        byte[] zeros =
                tar(new Item(sparse, "39 GNU.sparse.size=8000000000000000000\n".getBytes(UTF_8)), file("sparse", 1));

        assertFails(tar(file("l", out)), DAMAGED, out);
        assertFails(tar(file("l", zeros)), DAMAGED, zeros);
    }

    @Test
    void whatHasNoEndIsReadToTheBound() {
        byte[] name = "n".repeat(2 * MB).getBytes(UTF_8);
        Item longNamed = new Item(entry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, 0), name);
        byte[] empty = Arrays.copyOf(tar(file("a", 0)), 512);
        byte[] many = new byte[ImageContents.MOST_ENTRIES / 50 * empty.length];
        for (int at = 0; at < many.length; at += empty.length) {
            System.arraycopy(empty, 0, many, at, empty.length);
        }
        byte[][] members = Collections.nCopies(51, gzip(many)).toArray(byte[][]::new);

        assertFails(tar(file("l", gzip(tar(file("zeros", 20 * MB))))), "it holds more than 10.0 MB when unpacked");
        assertFails(tar(file("l", gzip(tar(longNamed, file("a", 1))))), "it holds more than 1.00 MB of names");
        assertThatExceptionOfType(NotMeasured.class)
                .isThrownBy(() -> ImageContents.of(
                        new ByteArrayInputStream(tar(file("l", concat(members)))), List.of(), false, 1000L * MB))
                .withMessageContaining("500000 entries");
    }

    private static ImageContents read(byte[] archive, byte[]... layers) {
        return ImageContents.of(new ByteArrayInputStream(archive), digests(layers), false, 10 * MB);
    }

    private static void assertFails(byte[] archive, String message, byte[]... layers) {
        assertThatExceptionOfType(NotMeasured.class)
                .isThrownBy(() -> read(archive, layers))
                .withMessageStartingWith(message);
    }

    private static List<String> digests(byte[]... layers) {
        return Stream.of(layers).map(layer -> "sha256:" + Sha256.of(layer)).toList();
    }

    /** An entry of a tar. */
    private record Item(TarArchiveEntry entry, byte[] bytes) {}

    private static Item file(String name, int size) {
        return file(name, new byte[size]);
    }

    private static Item file(String name, byte[] bytes) {
        return new Item(entry(name, TarConstants.LF_NORMAL, 0644), bytes);
    }

    private static Item link(String name, String target) {
        TarArchiveEntry link = entry(name, TarConstants.LF_SYMLINK, 0777);
        link.setLinkName(target);
        return new Item(link, new byte[0]);
    }

    private static TarArchiveEntry entry(String name, byte type, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setMode(mode);
        return entry;
    }

    private static byte[] files(String names) {
        return tar(Stream.of(names.split(" ")).map(name -> file(name, 4)).toArray(Item[]::new));
    }

    private static byte[] tar(Item... items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512)) {
            for (Item item : items) {
                item.entry.setSize(item.bytes.length);
                tar.putArchiveEntry(item.entry);
                tar.write(item.bytes);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
