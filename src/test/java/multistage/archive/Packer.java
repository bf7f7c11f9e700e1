package multistage.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Packs an image's layers by gzip while they are read, as they are sent to a registry, and keeps of each only how many
 * bytes that gives. Packing takes longer than all else that is done to a layer, so there is a limit to it.
 */
final class Packer {
    private long room;

    /** @param most how many bytes all layers together have to stay under; with more than that none is packed to its end */
    Packer(long most) {
        this.room = most;
    }

    /** The layer's unpacked bytes, to be read instead of it. */
    Packed packed(InputStream layer) throws IOException {
        return new Packed(layer);
    }

    /** A layer that is packed while it is read. Closing it leaves the stream open that it reads. */
    final class Packed extends BulkStream {
        private final InputStream layer;
        private final Counter counter = new Counter();
        private final OutputStream gzip;

        private Packed(InputStream layer) throws IOException {
            this.layer = layer;
            this.gzip = room > 0 ? new GZIPOutputStream(counter, Compression.BUFFER) : counter;
        }

        /** What the whole layer, of which all that is left is read first, weighs packed; nothing beyond the limit. */
        Optional<Long> bytes() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            gzip.close();
            return room > 0 ? Optional.of(counter.bytes) : Optional.empty();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = layer.read(buffer, offset, length);
            int there = Math.max(0, count);
            room -= there;
            if (room > 0) {
                gzip.write(buffer, offset, there);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            gzip.close();
        }
    }

    /** Where packed bytes end. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }
    }
}
