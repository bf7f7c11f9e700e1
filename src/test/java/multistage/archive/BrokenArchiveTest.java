package multistage.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static multistage.archive.fixtures.SampleImage.blob;
import static multistage.archive.fixtures.SampleImage.descriptor;
import static multistage.archive.fixtures.SampleImage.exchanged;
import static multistage.archive.fixtures.SampleImage.hex;
import static multistage.archive.fixtures.SampleImage.platform;
import static multistage.archive.fixtures.SampleImage.tar;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import multistage.archive.fixtures.Packing;
import multistage.archive.fixtures.SampleImage;
import multistage.archive.fixtures.SampleImage.Form;
import multistage.archive.fixtures.SampleImage.Part;
import multistage.archive.fixtures.Tar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Archives that are damaged, or made to do harm: each ends in one error that says what is wrong, and where. Layers are
 * apart.
 */
class BrokenArchiveTest {
    private static final byte[] LAYER =
            new Tar().file("hello", "x".repeat(3000)).bytes();
    private static final SampleImage IMAGE = SampleImage.of(LAYER);
    private static final List<Part> DOCKER = IMAGE.parts(Form.DOCKER);
    private static final List<Part> OLD = IMAGE.parts(Form.OLD_DOCKER);
    private static final List<Part> OCI = IMAGE.parts(Form.OCI);
    private static final String LAYER_NAME = "blobs/sha256/" + hex(LAYER);
    private static final ArchiveLimits SMALL = new ArchiveLimits(200_000, 20, 2000, 2000, 5000, 8000);

    static Stream<Arguments> archives() {
        return Stream.of(
                broken("an empty stream", new byte[0], "it is empty, or it ends before it begins"),
                broken(
                        "a web page",
                        "<!DOCTYPE html>\n".repeat(99).getBytes(),
                        "it is no tar archive: it begins with \"<!DOCTYPE html>\\n"),
                broken("few bytes", "404".getBytes(), "it is cut: it ends before its end is marked"),
                broken(
                        "an archive of nothing",
                        new byte[1024],
                        "it is no image: it holds neither manifest.json nor index.json"),
                broken("a layer alone", LAYER, "it is no image: it holds neither"),
                broken(
                        "an archive without its end",
                        Arrays.copyOf(tar(OLD), OLD_END),
                        "it is cut: it ends before its end is marked"),
                broken(
                        "a packed archive",
                        Packing.joined(Packing.GZIP.pack(tar(OLD)), new byte[600]),
                        "it is no tar archive: it begins with \"\\u001f\\x8b"),
                manifest(
                        "two images",
                        "[{\"Layers\":[]},{\"Layers\":[]}]",
                        "it holds 2 images, not one: save one image by one name"),
                manifest("no image", "[]", "it holds 0 images, not one"),
                manifest("no list", "{\"Layers\":[]}", "its file \"manifest.json\" is not the JSON it should be: "),
                manifest("null for an image", "[null]", "its file \"manifest.json\" "),
                manifest(
                        "a null for a layer",
                        "[{\"Layers\":[null]}]",
                        "its file \"manifest.json\" is not the JSON it should be: "),
                manifest(
                        "a number for a layer",
                        "[{\"Layers\":[1]}]",
                        "its file \"manifest.json\" is not the JSON it should be: "),
                manifest(
                        "a key twice",
                        "[{\"Layers\":[],\"Layers\":[\"x\"]}]",
                        "its file \"manifest.json\" is not the JSON it should be: \"Duplicate field 'Layers'"),
                manifest("more after the end", "[] []", "its file \"manifest.json\" is not the JSON it should be: "),
                manifest(
                        "JSON that is cut",
                        "[{",
                        "its file \"manifest.json\" is not the JSON it should be: \"Unexpected end-of-input"),
                manifest(
                        "deep JSON",
                        "[{\"x\":" + "[".repeat(2000),
                        "its file \"manifest.json\" is not the JSON it should be: \"Document nesting depth (1001) exceeds"),
                manifest(
                        "a long number",
                        "[{\"x\":" + "1".repeat(2000) + "}]",
                        "its file \"manifest.json\" is not the JSON it should be: \"Number value length (2000) exceeds"),
                manifest(
                        "long JSON",
                        "[" + " ".repeat(6000) + "]",
                        "its file \"manifest.json\": it is JSON of more than 5000 bytes"),
                manifest(
                        "a tar archive",
                        new String(LAYER),
                        "its file \"manifest.json\": it is a tar archive, not JSON"),
                manifest("no JSON", "hello", "its file \"manifest.json\": it is neither a tar archive"),
                manifest("no config", "[{\"Layers\":[]}]", "it holds no file \"\", which its manifest names"),
                broken(
                        "too much JSON",
                        with(DOCKER, new Part("a", "{" + " ".repeat(4000)), new Part("b", "{" + " ".repeat(4000))),
                        "it holds more than 8.00 kB of JSON"),
                broken(
                        "a missing layer",
                        tar(exchanged(DOCKER, LAYER_NAME)),
                        "it holds no layer \"" + LAYER_NAME + "\", which its manifest names"),
                broken(
                        "a layer that is a folder",
                        tar(exchanged(OLD, "0/layer.tar", new Part("0/layer.tar/x", "x"))),
                        "it holds no layer \"0/layer.tar\""),
                broken(
                        "links in a circle",
                        tar(exchanged(OLD, "0/layer.tar", link("0/layer.tar", "../1"), link("1", "0/layer.tar"))),
                        "it holds too many links after each other, or links in a circle, at its layer \"0/layer.tar\""),
                broken(
                        "a link to nothing",
                        tar(exchanged(OLD, "0/layer.tar", link("0/layer.tar", "../../../1"))),
                        "it holds no layer \"0/layer.tar\""),
                broken(
                        "a file twice",
                        with(OLD, new Part("./manifest.json", "[]")),
                        "it holds two files \"/manifest.json\""),
                broken(
                        "a file and a link of one name",
                        with(OLD, link("manifest.json", "1")),
                        "it holds two files \"/manifest.json\""),
                broken(
                        "two links of one name",
                        with(OLD, link("1", "manifest.json"), link("./1", "manifest.json")),
                        "it holds two files \"/1\""),
                broken(
                        "a name that climbs",
                        with(OLD, new Part("../x", "")),
                        "its entry \"../x\" has a name that no engine unpacks"),
                broken(
                        "a blob that is damaged",
                        with(DOCKER, new Part("blobs/sha256/" + "0".repeat(64), "x")),
                        "its file \"blobs/sha256/" + "0".repeat(64)
                                + "\" is damaged: its bytes hash to sha256:2d711642"),
                broken(
                        "a config that is another",
                        tar(exchanged(
                                OLD, hex(IMAGE.config()) + ".json", new Part(hex(IMAGE.config()) + ".json", "{}"))),
                        "its file \"" + hex(IMAGE.config()) + ".json\" is damaged: its bytes hash to sha256:44136fa3"),
                config("no rootfs", "{}", "its config tells no layers: it has no rootfs"),
                config("null", "null", "its file \"config.json\": it is neither"),
                config(
                        "other layers than the manifest",
                        "{\"rootfs\":{\"diff_ids\":[]}}",
                        "its manifest names 1 layers and its config 0"),
                config(
                        "a diff id that is none",
                        "{\"rootfs\":{\"diff_ids\":[\"a\\nb\"]}}",
                        "layer \"0/layer.tar\": its bytes hash to sha256:" + hex(LAYER)
                                + ", and the config says \"a\\nb\""),
                config(
                        "words for a flag",
                        "{\"history\":[{\"empty_layer\":\"no\"}]}",
                        "its file \"config.json\" is not the JSON it should be: "),
                index("no digest", "{}", "it names a blob by \"null\", which is no SHA-256 digest"),
                index(
                        "another digest",
                        "{\"digest\":\"sha512:00\"}",
                        "it names a blob by \"sha512:00\", which is no SHA-256 digest"),
                index(
                        "a digest that climbs",
                        "{\"digest\":\"sha256:../../etc/passwd\"}",
                        "it names a blob by \"sha256:../../etc/passwd\""),
                index(
                        "what it lacks",
                        descriptor("lacking"),
                        "it holds 0 images, not one: its index.json leads to none"),
                index(
                        "an attestation only",
                        platform(descriptor(IMAGE.manifest()), "unknown"),
                        "it holds 0 images, not one"),
                index(
                        "a layer for an image",
                        "{\"digest\":\"sha256:" + hex(LAYER) + "\"}",
                        "its file \"" + LAYER_NAME + "\": it is a tar archive, not JSON"),
                broken(
                        "an index of two platforms",
                        tar(exchanged(
                                OCI,
                                "index.json",
                                new Part(
                                        "index.json",
                                        "{\"manifests\":[" + descriptor(IMAGE.manifest()) + "," + descriptor(OTHER)
                                                + "]}"),
                                blob(OTHER))),
                        "it holds 2 images, not one: save one image for one platform"),
                broken(
                        "an index that claims to be its own part",
                        tar(exchanged(
                                OCI,
                                "index.json",
                                new Part("index.json", "{\"manifests\":[" + descriptor("loop") + "]}"),
                                new Part(
                                        "blobs/sha256/" + hex("loop"),
                                        "{\"manifests\":[" + descriptor("loop") + "]}"))),
                        "its file \"blobs/sha256/" + hex("loop") + "\" is damaged"),
                broken("too many entries", with(OLD, empty(30)), "it holds more than 20 entries"));
    }

    private static final int OLD_END = endOf(tar(OLD));
    private static final String OTHER = IMAGE.manifest() + " ";

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void isToldInWords(String name, byte[] archive, String problem) {
        assertThatThrownBy(() -> ImageArchive.read(new ByteArrayInputStream(archive), 0, SMALL))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void isToldInTheSameWordsWhereLayersArePacked(String name, byte[] archive, String problem) {
        assertThatThrownBy(() -> ImageArchive.read(new ByteArrayInputStream(archive), 1_000_000, SMALL))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void aStreamThatFailsIsToldWithItsReason() {
        IOException reason = new IOException("connection reset");
        InputStream failing = new SequenceInputStream(new ByteArrayInputStream(tar(OLD), 0, 2000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw reason;
            }
        });

        assertThatThrownBy(() -> ImageArchive.read(failing, 0))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessageContaining("connection reset");
    }

    @Test
    void aStreamWithoutEndIsReadToTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };

        assertThatThrownBy(() -> ImageArchive.read(endless, 0, SMALL)).isInstanceOf(LimitExceeded.class);
    }

    private static Arguments broken(String name, byte[] archive, String problem) {
        return Arguments.of(name, archive, problem);
    }

    private static Arguments manifest(String what, String json, String problem) {
        byte[] archive = tar(exchanged(OLD, "manifest.json", new Part("manifest.json", json.getBytes(UTF_8), "")));
        return broken("a manifest with " + what, archive, problem);
    }

    private static Arguments config(String what, String json, String problem) {
        byte[] archive = tar(exchanged(
                OLD,
                "manifest.json",
                new Part("manifest.json", "[{\"Config\":\"config.json\",\"Layers\":[\"0/layer.tar\"]}]"),
                new Part("config.json", json)));
        return broken("a config with " + what, archive, problem);
    }

    private static Arguments index(String what, String descriptor, String problem) {
        byte[] archive =
                tar(exchanged(OCI, "index.json", new Part("index.json", "{\"manifests\":[" + descriptor + "]}")));
        return broken("an index with " + what, archive, problem);
    }

    private static byte[] with(List<Part> parts, Part... more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return tar(all);
    }

    private static Part[] empty(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new Part("empty" + i, ""))
                .toArray(Part[]::new);
    }

    private static Part link(String name, String target) {
        return new Part(name, new byte[0], target);
    }

    /** The length without the zeros that mark the end. */
    private static int endOf(byte[] archive) {
        int end = archive.length;
        while (archive[end - 1] == 0) {
            end--;
        }
        return (end + 511) / 512 * 512;
    }
}
