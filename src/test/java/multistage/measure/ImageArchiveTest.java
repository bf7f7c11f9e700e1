package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;

class ImageArchiveTest {
    private static final String FIRST = "blobs/sha256/1111";
    private static final String SECOND = "blobs/sha256/2222";
    private static final String MANIFEST = "[{\"Layers\": [\"" + FIRST + "\", \"" + SECOND + "\"]}]";

    private final byte[] lower = new Tar()
            .folder("app")
            .file("app/main.go", "package main")
            .file("hello", "old")
            .bytes();
    private final Tar upper = new Tar().file("hello", "newer").file("app/.wh.main.go", "");

    @Test
    void layersLieOverEachOtherInTheManifestsOrder() throws IOException {
        byte[] archive = archive()
                .file(SECOND, upper.bytes())
                .file(FIRST, lower)
                .file("manifest.json", MANIFEST)
                .bytes();

        assertThat(read(archive).entries())
                .containsExactly(new Entry("/app", Kind.FOLDER, 0), new Entry("/hello", Kind.FILE, 5));
    }

    @Test
    void theManifestMayComeFirstAndALayerBeCompressed() throws IOException {
        byte[] archive = new Tar()
                .file("manifest.json", MANIFEST)
                .file(FIRST, lower)
                .file(SECOND, upper.gzipped())
                .bytes();

        assertThat(read(archive).files()).containsExactly(new Entry("/hello", Kind.FILE, 5));
    }

    @Test
    void theNamesThatOlderEnginesGiveLayersAreReadToo() throws IOException {
        byte[] archive = new Tar()
                .folder("f00d")
                .file("f00d/VERSION", "1.0")
                .file("f00d/json", "{\"id\": \"f00d\"}")
                .file("f00d/layer.tar", upper.bytes())
                .file("cccc.json", "{\"config\": {}}")
                .file("manifest.json", "[{\"Layers\": [\"f00d/layer.tar\"]}]")
                .file("repositories", "{\"example\": {\"1\": \"f00d\"}}")
                .bytes();

        assertThat(read(archive).files()).containsExactly(new Entry("/hello", Kind.FILE, 5));
    }

    @Test
    void aLayerThatTheManifestNamesTwiceIsLaidTwice() throws IOException {
        byte[] archive = archive()
                .file(FIRST, lower)
                .file("manifest.json", MANIFEST.replace(SECOND, FIRST))
                .bytes();

        assertThat(read(archive).files()).hasSize(2);
    }

    @Test
    void anImageWithoutLayersHoldsNothing() throws IOException {
        byte[] archive = archive().file("manifest.json", "[{\"Layers\": null}]").bytes();

        assertThat(read(archive).entries()).isEmpty();
    }

    @Test
    void aLayerThatIsMissingIsNamed() {
        byte[] archive =
                archive().file(FIRST, lower).file("manifest.json", MANIFEST).bytes();

        assertThatIOException()
                .isThrownBy(() -> read(archive))
                .withMessage("it holds no layer " + SECOND + ", which its manifest names");
    }

    @Test
    void anArchiveWithoutAManifestIsNone() {
        assertThatIOException()
                .isThrownBy(() -> read(archive().file(FIRST, lower).bytes()))
                .withMessage("it holds no manifest.json");
    }

    @Test
    void anArchiveThatIsCutIsNotTakenForAWholeOne() {
        byte[] archive = new Tar()
                .file("manifest.json", MANIFEST)
                .file(FIRST, lower)
                .file(SECOND, upper.gzipped())
                .bytes();

        for (int length = 0; length < archive.length - 2048; length += 100) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThatIOException().as("cut at %d", length).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void aManifestThatIsNoJsonIsNone() {
        assertThatIOException()
                .isThrownBy(() -> read(new Tar().file("manifest.json", "{").bytes()));
    }

    /** What an archive holds beside layers and manifest. */
    private static Tar archive() {
        return new Tar()
                .folder("blobs")
                .folder("blobs/sha256")
                .file("blobs/sha256/cccc", "{\"architecture\": \"amd64\"}")
                .file("index.json", "{\"schemaVersion\": 2}")
                .file("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}");
    }

    private static Content read(byte[] archive) throws IOException {
        return ImageArchive.read(new ByteArrayInputStream(archive));
    }
}
