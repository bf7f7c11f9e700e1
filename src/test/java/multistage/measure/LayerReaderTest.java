package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;

class LayerReaderTest {
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
                        new Entry("/usr", Kind.FOLDER, 0),
                        new Entry("/usr/hello", Kind.FILE, 5),
                        new Entry("/usr/link", Kind.LINK, 0),
                        new Entry("/usr/twin", Kind.LINK, 0),
                        new Entry("/dev/null", Kind.OTHER, 0),
                        new Entry("/run/pipe", Kind.OTHER, 0),
                        new Entry("/.wh.gone", Kind.FILE, 0));
    }

    @Test
    void aLongPathIsWhole() throws IOException {
        String path = "a".repeat(90) + "/" + "b".repeat(90) + "/" + "c".repeat(90);

        assertThat(entries(new Tar().file(path, "").bytes())).containsExactly(new Entry("/" + path, Kind.FILE, 0));
    }

    @Test
    void aLayerWithoutEntriesIsEmpty() throws IOException {
        assertThat(entries(new Tar().bytes())).isEmpty();
    }

    @Test
    void aLayerThatIsCutIsNotTakenForAWholeOne() {
        byte[] layer = new Tar().file("hello", "x".repeat(5000)).bytes();

        assertThatIOException().isThrownBy(() -> entries(Arrays.copyOf(layer, 2000)));
    }

    private static List<Entry> entries(byte[] layer) throws IOException {
        return LayerReader.entries(new ByteArrayInputStream(layer));
    }
}
