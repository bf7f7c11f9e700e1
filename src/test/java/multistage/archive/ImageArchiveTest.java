package multistage.archive;

import static multistage.archive.fixtures.SampleImage.blob;
import static multistage.archive.fixtures.SampleImage.descriptor;
import static multistage.archive.fixtures.SampleImage.exchanged;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import multistage.archive.fixtures.Packing;
import multistage.archive.fixtures.SampleImage;
import multistage.archive.fixtures.SampleImage.Form;
import multistage.archive.fixtures.SampleImage.Part;
import multistage.archive.fixtures.Tar;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageArchiveTest {
    private final byte[] lower = new Tar()
            .folder("app")
            .file("app/main.go", "package main")
            .file("hello", "old")
            .bytes();
    private final byte[] upper =
            new Tar().file("hello", "newer").file("app/.wh.main.go", "").bytes();
    private final SampleImage image = SampleImage.of(lower, upper);

    @ParameterizedTest
    @EnumSource
    void layersLieOverEachOtherInEveryForm(Form form) throws ArchiveUnreadable {
        ArchivedImage read = read(image.archive(form));

        assertThat(read.layers()).isEqualTo(image.diffIds());
        assertThat(read.content().entries())
                .containsExactly(new Entry("/app", Kind.FOLDER, 0, "0755"), new Entry("/hello", Kind.FILE, 5, "0644"));
    }

    @ParameterizedTest
    @EnumSource
    void theManifestMayComeFirst(Form form) throws ArchiveUnreadable {
        List<Part> parts = new ArrayList<>(image.parts(form));
        Collections.reverse(parts);

        assertThat(read(SampleImage.tar(parts))).isEqualTo(read(image.archive(form)));
    }

    @ParameterizedTest
    @EnumSource
    void layersMayBePacked(Packing packing) throws ArchiveUnreadable {
        assertThat(read(image.packed(packing).archive(Form.DOCKER))).isEqualTo(read(image.archive(Form.DOCKER)));
    }

    @ParameterizedTest
    @EnumSource
    void aLayerThatOccursTwiceIsLaidTwice(Form form) throws ArchiveUnreadable {
        assertThat(read(SampleImage.of(lower, upper, lower).archive(form))
                        .content()
                        .files())
                .containsExactly(
                        new Entry("/app/main.go", Kind.FILE, 12, "0644"), new Entry("/hello", Kind.FILE, 3, "0644"));
    }

    @ParameterizedTest
    @EnumSource
    void anImageWithoutLayersHoldsNothing(Form form) throws ArchiveUnreadable {
        assertThat(read(SampleImage.of().archive(form)).content().entries()).isEmpty();
    }

    @Test
    void whatFollowsTheEndOfALayerBelongsToItsDigest() throws ArchiveUnreadable {
        SampleImage padded = SampleImage.of(Packing.joined(lower, "and more".getBytes()));

        assertThat(read(padded.archive(Form.DOCKER)).layers()).isEqualTo(padded.diffIds());
    }

    @Test
    void dockersManifestIsPreferred() throws ArchiveUnreadable {
        List<Part> parts = new ArrayList<>(image.parts(Form.DOCKER));
        parts.add(new Part("index.json", "{\"manifests\":[]}"));

        assertThat(read(SampleImage.tar(parts)).layers()).isEqualTo(image.diffIds());
    }

    @Test
    void whatElseAnArchiveHoldsIsOfNoInterest() throws ArchiveUnreadable {
        List<Part> parts = new ArrayList<>(image.parts(Form.OLD_DOCKER));
        parts.add(new Part("0/VERSION", "1.0"));
        parts.add(new Part("0/json", "{\"id\": \"f00d\"}"));
        parts.add(new Part("repositories", "{not even JSON"));
        parts.add(new Part("large.json", "{" + " ".repeat(2_000_000)));

        assertThat(read(SampleImage.tar(parts))).isEqualTo(read(image.archive(Form.OLD_DOCKER)));
    }

    @Test
    void aLayerWhoseFirstFileIsNamedLikeJsonIsALayer() throws ArchiveUnreadable {
        byte[] odd = new Tar().file("{}", "odd").bytes();

        assertThat(read(SampleImage.of(odd).archive(Form.DOCKER)).content().files())
                .containsExactly(new Entry("/{}", Kind.FILE, 3, "0644"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyPartMayBeALink(boolean hard) throws ArchiveUnreadable {
        Tar linked = new Tar();
        for (Part part : image.parts(Form.PODMAN)) {
            String file = "files/" + part.name();
            linked.file(file, part.bytes());
            if (hard) {
                linked.hardLink(part.name(), file);
            } else {
                linked.symbolicLink(part.name(), "/" + file);
            }
        }

        assertThat(read(linked.bytes())).isEqualTo(read(image.archive(Form.PODMAN)));
    }

    @Test
    void anIndexIsReadOnceHoweverOftenItIsNamed() throws ArchiveUnreadable {
        List<Part> parts = new ArrayList<>(image.parts(Form.OCI));
        String index = image.manifest();
        for (int depth = 0; depth < 40; depth++) {
            index = "{\"manifests\":[" + descriptor(index) + "," + descriptor(index) + "]}";
            parts.add(blob(index));
        }

        assertThat(read(SampleImage.tar(exchanged(parts, "index.json", new Part("index.json", index))))
                        .layers())
                .isEqualTo(image.diffIds());
    }

    @Test
    void eachStepOfTheHistoryHasTheLayerThatItMade() throws ArchiveUnreadable {
        String history = "[{\"created_by\":\"COPY lower\"},{\"created_by\":\"ENV A=b\",\"empty_layer\":true},"
                + "{\"comment\":\"no word on what\"}]";

        assertThat(history(history))
                .containsExactly(
                        Optional.of(image.diffIds().get(0)),
                        Optional.empty(),
                        Optional.of(image.diffIds().get(1)));
    }

    @Test
    void aHistoryThatDoesNotTallyHasNoLayersAndNoneIsNone() throws ArchiveUnreadable {
        assertThat(history("[{\"created_by\":\"squashed\"}]")).containsExactly(Optional.empty());
        assertThat(history("null")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void layersWeighPackedWhatGzipMakesOfThemHoweverTheyAreArchived(Packing packing) throws ArchiveUnreadable {
        assertThat(packedBytes(image.packed(packing), 1_000_000)).contains(gzipped(lower) + gzipped(upper));
    }

    @ParameterizedTest
    @EnumSource
    void aLayerThatOccursTwiceIsSentOnce(Form form) throws ArchiveUnreadable {
        assertThat(ImageArchive.read(
                                new ByteArrayInputStream(
                                        SampleImage.of(lower, upper, lower).archive(form)),
                                1_000_000)
                        .packedBytes())
                .contains(gzipped(lower) + gzipped(upper));
    }

    @Test
    void whatFollowsTheEndOfALayerIsPackedToo() throws ArchiveUnreadable {
        byte[] padded = Packing.joined(lower, "and more".getBytes());

        assertThat(packedBytes(SampleImage.of(padded), 1_000_000)).contains(gzipped(padded));
    }

    @Test
    void layersAreOnlyPackedWhereTheyStayUnderTheLimit() throws ArchiveUnreadable {
        int bytes = lower.length + upper.length;

        assertThat(packedBytes(image, bytes + 1)).isPresent();
        assertThat(packedBytes(image, bytes)).isEmpty();
        assertThat(packedBytes(image, lower.length)).isEmpty();
        assertThat(read(image.archive(Form.DOCKER)).packedBytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5000, 1_000_000})
    void packingChangesNothingElse(int limit) throws ArchiveUnreadable {
        byte[] archive = image.packed(Packing.GZIP).archive(Form.DOCKER);
        ArchivedImage packed = ImageArchive.read(new ByteArrayInputStream(archive), limit);

        assertThat(packed)
                .isEqualTo(new ArchivedImage(
                        image.diffIds(), List.of(), read(archive).content(), packed.packedBytes()));
    }

    private static Optional<Long> packedBytes(SampleImage image, int limit) throws ArchiveUnreadable {
        return ImageArchive.read(new ByteArrayInputStream(image.archive(Form.DOCKER)), limit)
                .packedBytes();
    }

    private static long gzipped(byte[] layer) {
        return Packing.GZIP.pack(layer).length;
    }

    private List<Optional<String>> history(String json) throws ArchiveUnreadable {
        return read(new SampleImage(image.layers(), Packing.PLAIN, json).archive(Form.DOCKER))
                .history();
    }

    private static ArchivedImage read(byte[] archive) throws ArchiveUnreadable {
        return ImageArchive.read(new ByteArrayInputStream(archive), 0);
    }
}
