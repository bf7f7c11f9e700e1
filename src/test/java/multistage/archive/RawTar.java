package multistage.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** Blocks of tar archives that no library writes, for tests. */
final class RawTar {
    private RawTar() {}

    /** The header of a file, whatever follows. */
    static byte[] file(String name, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name, (byte) '0', true);
        entry.setSize(size);
        byte[] block = new byte[512];
        entry.writeEntryHeader(block);
        return block;
    }

    /** A header of that type. */
    static byte[] typed(String type, long size) {
        byte[] block = binary("header", size);
        block[156] = (byte) type.charAt(0);
        return checked(block);
    }

    /** The header of a file whose size is written in base 256, as GNU tar does for what octal digits do not hold. */
    static byte[] binary(String name, long size) {
        byte[] block = file(name, 0);
        Arrays.fill(block, 124, 136, (byte) (size < 0 ? 0xff : 0));
        block[124] |= (byte) 0x80;
        for (int i = 0; i < Long.BYTES; i++) {
            block[135 - i] = (byte) (size >> 8 * i);
        }
        return checked(block);
    }

    /** The same with the checksum that is right. */
    static byte[] checked(byte[] block) {
        Arrays.fill(block, 148, 156, (byte) ' ');
        TarUtils.formatCheckSumOctalBytes(TarUtils.computeCheckSum(block), block, 148, 8);
        return block;
    }

    /** The blocks, and the end. */
    static byte[] archive(byte[]... blocks) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (byte[] block : blocks) {
            archive.writeBytes(block);
        }
        archive.writeBytes(new byte[1024]);
        return archive.toByteArray();
    }
}
