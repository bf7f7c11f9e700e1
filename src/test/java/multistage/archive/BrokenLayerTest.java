package multistage.archive;

import static multistage.archive.fixtures.SampleImage.exchanged;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import multistage.archive.fixtures.Packing;
import multistage.archive.fixtures.SampleImage;
import multistage.archive.fixtures.SampleImage.Form;
import multistage.archive.fixtures.SampleImage.Part;
import multistage.archive.fixtures.Tar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Layers that are damaged, or made to do harm, in an archive that is sound: each ends in one error that says what is
 * wrong.
 */
class BrokenLayerTest {
    private static final byte[] LAYER =
            new Tar().file("hello", "x".repeat(3000)).bytes();
    private static final ArchiveLimits SMALL = new ArchiveLimits(200_000, 20, 2000, 2000, 5000, 8000);

    static Stream<Arguments> layers() {
        return Stream.of(
                layer("another layer", new Tar().bytes(), "layer \"0/layer.tar\": its bytes hash to sha256:5f70bf18"),
                layer(
                        "a layer that is cut",
                        Arrays.copyOf(LAYER, 1000),
                        "layer \"0/layer.tar\": it is cut: it ends in the middle of its entry \"hello\""),
                layer(
                        "a layer without its end",
                        Arrays.copyOf(LAYER, 3584),
                        "layer \"0/layer.tar\": it is cut: it ends before its end is marked"),
                layer(
                        "an empty layer",
                        new byte[0],
                        "layer \"0/layer.tar\": it is neither a tar archive, plain or packed by gzip or zstd, nor JSON"),
                layer("a layer of JSON", "{}".getBytes(), "layer \"0/layer.tar\": it is JSON, not a tar archive"),
                layer(
                        "gzip that is cut",
                        cut(Packing.GZIP),
                        "layer \"0/layer.tar\": it cannot be unpacked by gzip: it ends in the middle of its data"),
                layer(
                        "zstd that is cut",
                        cut(Packing.ZSTD),
                        "layer \"0/layer.tar\": it cannot be unpacked by zstd: Truncated source"),
                layer(
                        "gzip of garbage",
                        Packing.joined(new byte[] {0x1f, (byte) 0x8b, 8, 0}, new byte[500]),
                        "layer \"0/layer.tar\": it "),
                layer(
                        "zstd of garbage",
                        Packing.joined(
                                new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
                                "x".repeat(500).getBytes()),
                        "layer \"0/layer.tar\": it cannot be unpacked by zstd: "),
                layer(
                        "a zstd window of 1.9 TB",
                        new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xff, 1, 0, 0},
                        "layer \"0/layer.tar\": it cannot be unpacked by zstd: Frame requires too much memory"),
                layer(
                        "only a skippable frame",
                        new byte[] {0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0},
                        "layer \"0/layer.tar\": it is empty"),
                layer("a gzip bomb", Packing.GZIP.pack(new byte[300_000]), "it holds more than 200 kB when unpacked"),
                layer("a zstd bomb", Packing.ZSTD.pack(new byte[300_000]), "it holds more than 200 kB when unpacked"),
                layer(
                        "a gzip name without end",
                        Packing.joined(
                                new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0},
                                "x".repeat(90_000).getBytes()),
                        "layer \"0/layer.tar\": it cannot be unpacked by gzip: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void isToldInWords(String name, byte[] layer, String problem) {
        List<Part> parts = exchanged(
                SampleImage.of(LAYER).parts(Form.OLD_DOCKER), "0/layer.tar", new Part("0/layer.tar", layer, ""));

        assertThatThrownBy(() -> ImageArchive.read(new ByteArrayInputStream(SampleImage.tar(parts)), 0, SMALL))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessageStartingWith(problem);
    }

    private static Arguments layer(String what, byte[] layer, String problem) {
        return Arguments.of(what, layer, problem);
    }

    private static byte[] cut(Packing packing) {
        byte[] packed = packing.pack(LAYER);
        return Arrays.copyOf(packed, packed.length - 20);
    }
}
