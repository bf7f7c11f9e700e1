package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import multistage.archive.fixtures.Packing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
    @ParameterizedTest
    @CsvSource({"GZIP, GZIP", "GZIP_MEMBERS, GZIP", "ZSTD, ZSTD", "ZSTD_FRAMES, ZSTD"})
    void isToldByTheFirstBytes(Packing packing, Compression compression) {
        assertThat(Compression.of(packing.pack("hello, hello".getBytes()))).contains(compression);
    }

    @Test
    void framesOfZstdMayBeEmptyAndMany() throws IOException {
        byte[] frames = Packing.joined(Packing.ZSTD.pack(new byte[0]), new byte[] {0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0});
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            many.writeBytes(frames);
        }
        many.writeBytes(Packing.ZSTD.pack("hello".getBytes()));

        try (InputStream unpacked = Compression.ZSTD.unpack(new ByteArrayInputStream(many.toByteArray()))) {
            assertThat(unpacked.readAllBytes()).asString().isEqualTo("hello");
        }
    }

    @Test
    void fourBytesAreEnoughAndFewerArePlainLikeAllElse() {
        assertThat(Compression.of(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}))
                .contains(Compression.ZSTD);
        assertThat(Compression.of(new byte[] {0x1f, (byte) 0x8b, 8})).isEmpty();
        assertThat(Compression.of(new byte[0])).isEmpty();
        assertThat(Compression.of("hello, hello".getBytes())).isEmpty();
    }
}
