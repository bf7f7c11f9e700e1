package multistage.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What gzip packed, in any number of members (RFC 1952). Java's own reader calls itself at every empty member, until
 * the stack overflows, and commons-compress' keeps a member's name, however long.
 */
final class GzipStream extends BulkStream {
    private static final int HAS_CHECK = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[Compression.BUFFER];
    private int next;
    private int end;
    private boolean betweenMembers = true;

    GzipStream(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (length > 0 && (!betweenMembers || beginMember())) {
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                checksum.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else {
                refill();
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void refill() throws IOException {
        next = end;
        if (!hasMore()) {
            throw new EOFException("it ends in the middle of its data");
        }
        inflater.setInput(buffer, 0, end);
    }

    /** Nothing more is the end; anything that is no member is an error, as for the engine. */
    private boolean beginMember() throws IOException {
        if (!hasMore()) {
            return false;
        }
        if (number(2) != 0x8b1f || number(1) != 8) {
            throw new ZipException("it has something else than a member of gzip");
        }
        skipHeader((int) number(1));
        inflater.reset();
        inflater.setInput(buffer, next, end - next);
        checksum.reset();
        betweenMembers = false;
        return true;
    }

    private void skipHeader(int flags) throws IOException {
        number(6);
        long extra = (flags & HAS_EXTRA) == 0 ? 0 : number(2);
        for (long i = 0; i < extra; i++) {
            number(1);
        }
        skipText((flags & HAS_NAME) != 0);
        skipText((flags & HAS_COMMENT) != 0);
        number((flags & HAS_CHECK) == 0 ? 0 : 2);
    }

    private void skipText(boolean there) throws IOException {
        long character = there ? 1 : 0;
        while (character != 0) {
            character = number(1);
        }
    }

    private void endMember() throws IOException {
        next = end - inflater.getRemaining();
        if (number(4) != checksum.getValue() || number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("its checksum is wrong");
        }
        betweenMembers = true;
    }

    /** Of that many bytes, the lowest first. */
    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            if (!hasMore()) {
                throw new EOFException("it ends in the middle of a member's header or checksum");
            }
            number |= (buffer[next++] & 0xffL) << 8 * i;
        }
        return number;
    }

    private boolean hasMore() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, packed.read(buffer, 0, buffer.length));
        }
        return next < end;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
