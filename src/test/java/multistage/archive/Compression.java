package multistage.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * How a layer is packed, told by its first bytes: what media types say is not always so, and Docker's form says
 * nothing.
 */
enum Compression {
    /** RFC 1952, of one or more members. */
    GZIP {
        @Override
        InputStream unpack(InputStream packed) {
            return new GzipStream(packed);
        }
    },
    /**
     * RFC 8878, of one or more frames, skippable ones too. Windows of up to 128 MB, which are not on the heap, as for
     * the command zstd.
     */
    ZSTD {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new ZstdInputStreamNoFinalizer(packed);
        }
    };

    /** Bytes that are read at once. */
    static final int BUFFER = 64 * 1024;

    /** What these first bytes begin; nothing if they are plain, or fewer than four. */
    static Optional<Compression> of(byte[] start) {
        if (start.length < 4) {
            return Optional.empty();
        }
        int number = (start[0] & 0xff) << 24 | (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | start[3] & 0xff;
        if (number >>> 16 == 0x1f8b) {
            return Optional.of(GZIP);
        }
        boolean skippable = (number & 0xf0ffffff) == 0x502a4d18;
        return skippable || number == 0x28b52ffd ? Optional.of(ZSTD) : Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bytes that were packed. To be closed, which leaves the packed stream open if that ignores being closed. */
    abstract InputStream unpack(InputStream packed) throws IOException;
}
