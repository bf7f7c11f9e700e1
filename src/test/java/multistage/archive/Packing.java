package multistage.archive;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The ways in which a layer may be packed, for tests. */
enum Packing {
    PLAIN {
        @Override
        byte[] pack(byte[] bytes) {
            return bytes;
        }
    },
    GZIP {
        @Override
        byte[] pack(byte[] bytes) {
            ByteArrayOutputStream smaller = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(smaller)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return smaller.toByteArray();
        }
    },
    GZIP_MEMBERS {
        @Override
        byte[] pack(byte[] bytes) {
            return halves(GZIP, bytes);
        }
    },
    ZSTD {
        @Override
        byte[] pack(byte[] bytes) {
            return Zstd.compress(bytes);
        }
    },
    /** A skippable frame comes first, as a decoder must pass over. */
    ZSTD_FRAMES {
        @Override
        byte[] pack(byte[] bytes) {
            return joined(new byte[] {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3}, halves(ZSTD, bytes));
        }
    };

    abstract byte[] pack(byte[] bytes);

    private static byte[] halves(Packing packing, byte[] bytes) {
        int half = bytes.length / 2;
        return joined(
                packing.pack(Arrays.copyOf(bytes, half)), packing.pack(Arrays.copyOfRange(bytes, half, bytes.length)));
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
