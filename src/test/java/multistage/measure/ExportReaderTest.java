package multistage.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import multistage.archive.ArchivedImage;
import multistage.docker.fixtures.FakeDocker;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

class ExportReaderTest {
    private static final long MB = 1_000_000;
    private static final byte[] LAYER = tar(Map.of("hello", "x".repeat(5000).getBytes(UTF_8)));
    private static final String DIFF_ID = sha256(LAYER);

    private final FakeDocker docker = new FakeDocker();

    @Test
    void anImageIsReadAndPacked() throws IOException {
        exports();

        assertThat(read(List.of(DIFF_ID), 5000)).satisfies(image -> {
            assertThat(image.content().bytes()).isEqualTo(5000);
            assertThat(image.packedBytes())
                    .hasValueSatisfying(packed -> assertThat(packed).isBetween(50L, 500L));
        });
    }

    @Test
    void aHeavyImageIsReadAndNotPacked() throws IOException {
        exports();

        assertThat(read(List.of(DIFF_ID), 100 * MB).packedBytes()).isPresent();
        assertThat(read(List.of(DIFF_ID), 100 * MB + 1)).satisfies(image -> {
            assertThat(image.content().bytes()).isEqualTo(5000);
            assertThat(image.packedBytes()).isEmpty();
        });
    }

    @Test
    void anImageThatWeighsTooMuchIsNotExported() {
        assertThatIOException()
                .isThrownBy(() -> read(List.of(DIFF_ID), 1500 * MB + 1))
                .withMessage("it weighs 1.50 GB, and of an image no more than 1.50 GB is read");
        assertThat(docker.asked()).isEmpty();
    }

    @Test
    void anImageWithoutLayersHoldsNothingAndIsNotExported() throws IOException {
        assertThat(read(List.of(), 0).content().entries()).isEmpty();
        assertThat(docker.asked()).isEmpty();
    }

    @Test
    void anotherImageThanTheEngineSaysIsAnError() {
        exports();

        assertThatIOException()
                .isThrownBy(() -> read(List.of("sha256:" + "0".repeat(64)), 5000))
                .withMessage("its archive has other layers than the engine says that it has");
    }

    private ArchivedImage read(List<String> layers, long weight) throws IOException {
        return new ExportReader(docker.client()).read("some", layers, weight);
    }

    private void exports() {
        String config = "{\"rootfs\": {\"diff_ids\": [\"" + DIFF_ID + "\"]}}";
        String manifest = "[{\"Config\": \"config\", \"Layers\": [\"layer\"]}]";
        Map<String, byte[]> archive =
                Map.of("layer", LAYER, "config", config.getBytes(UTF_8), "manifest.json", manifest.getBytes(UTF_8));
        Supplier<InputStream> exported = () -> new ByteArrayInputStream(tar(archive));
        docker.answer("saveImageCmd(some)", exported);
    }

    private static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
