package multistage.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The archive of an image of one layer, made up while it is read, so that it may be of any size. For tests. */
final class LargeArchive {
    private static final int BLOCK = 512;
    private static final byte[] END = new byte[2 * BLOCK];

    private LargeArchive() {}

    /** One file of that many bytes, a multiple of 512. */
    static InputStream ofOneFile(long bytes) {
        InputStream layer = joined(
                List.of(() -> bytes(RawTar.binary("large", bytes)), () -> new Repeated(bytes), () -> bytes(END)));
        return ofLayer(layer, BLOCK + bytes + END.length);
    }

    /** So many empty files, with names of 60 bytes. */
    static InputStream ofFiles(int count) {
        return ofLayer(joined(List.of(() -> new Headers(count), () -> bytes(END))), (long) count * BLOCK + END.length);
    }

    private static InputStream ofLayer(InputStream bytes, long size) {
        Sha256Stream layer = new Sha256Stream(bytes);
        return joined(List.of(
                () -> bytes(RawTar.binary("layer.tar", size)),
                () -> layer,
                () -> bytes(documents(layer)),
                () -> bytes(END)));
    }

    /** The digest is known only when the layer has passed: the documents come last. */
    private static byte[] documents(Sha256Stream layer) {
        try {
            return Packing.joined(
                    file("config.json", "{\"rootfs\":{\"diff_ids\":[\"" + layer.digest() + "\"]}}"),
                    file("manifest.json", "[{\"Config\":\"config.json\",\"Layers\":[\"layer.tar\"]}]"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(String name, String text) {
        return Packing.joined(RawTar.file(name, text.length()), Arrays.copyOf(text.getBytes(UTF_8), BLOCK));
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Each is made when the one before it has ended. */
    private static InputStream joined(List<Supplier<InputStream>> parts) {
        Iterator<Supplier<InputStream>> each = parts.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return each.next().get();
            }
        });
    }

    /** Bytes that come again and again. */
    private static final class Repeated extends InputStream {
        private long left;

        Repeated(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    /** Headers of files, one after the other. */
    private static final class Headers extends BulkStream {
        private final int count;
        private int next;
        private ByteArrayInputStream header = new ByteArrayInputStream(new byte[0]);

        Headers(int count) {
            this.count = count;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (header.available() == 0 && next < count) {
                header = new ByteArrayInputStream(RawTar.file(String.format(Locale.ROOT, "%060d", next++), 0));
            }
            return header.read(buffer, offset, length);
        }
    }
}
