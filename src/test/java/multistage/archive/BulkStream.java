package multistage.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream that gives many bytes at a time, and one at a time as the first of many. */
public abstract class BulkStream extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;
}
