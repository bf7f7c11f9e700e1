package multistage.archive;

import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * What a tar archive says of one entry (POSIX.1-2008, pax, "ustar Interchange Format"). Names are {@link RawText}.
 *
 * @param name the entry's
 * @param type one of {@link TarConstants}, as written
 * @param mode permissions in four octal digits
 * @param size bytes of data that follow the header
 * @param target the name that a link leads to; empty for all else
 */
record TarHeader(String name, byte type, String mode, long size, String target) {
    static final int BLOCK = 512;

    private static final int PREFIX = 345;

    /**
     * The header that a block holds. This is the one place where commons-compress tells of garbage with an unchecked
     * exception.
     */
    static TarHeader parse(byte[] block) throws ArchiveUnreadable {
        try {
            if (!TarUtils.verifyCheckSum(block)) {
                throw new ArchiveUnreadable("one of its headers is damaged: its checksum is wrong");
            }
            return new TarHeader(
                    name(block),
                    block[156],
                    mode(block),
                    TarUtils.parseOctalOrBinary(block, 124, TarConstants.SIZELEN),
                    text(block, 157, TarConstants.NAMELEN));
        } catch (IllegalArgumentException e) {
            throw new ArchiveUnreadable(
                    "one of its headers is damaged: it holds what should be a number and is none", e);
        }
    }

    /** Whether these bytes begin an archive: with a header, or with the end of an empty one. */
    static boolean isAt(byte[] start) {
        if (start.length < BLOCK) {
            return false;
        }
        try {
            return isEnd(start) || TarUtils.verifyCheckSum(start);
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }

    static boolean isEnd(byte[] block) {
        for (byte value : block) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static String name(byte[] block) {
        String name = text(block, 0, TarConstants.NAMELEN);
        String prefix = text(block, PREFIX, TarConstants.PREFIXLEN);
        // Only POSIX has the prefix: GNU tar, whose magic goes on with a blank, keeps times in its place.
        boolean hasPrefix = text(block, 257, 6).equals("ustar") && !prefix.isEmpty();
        return hasPrefix ? prefix + "/" + name : name;
    }

    private static String mode(byte[] block) {
        return String.format(Locale.ROOT, "%04o", TarUtils.parseOctalOrBinary(block, 100, 8) & 07777);
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return RawText.of(block, from, end);
    }

    /** This header as the records of an extended header before it change it; an empty value changes nothing. */
    TarHeader with(Map<String, String> records) throws ArchiveUnreadable {
        String longer = records.getOrDefault("path", "");
        String farther = records.getOrDefault("linkpath", "");
        String bigger = records.getOrDefault("size", "");
        return new TarHeader(
                longer.isEmpty() ? name : longer,
                type,
                mode,
                bigger.isEmpty() ? size : PaxRecords.number(bigger),
                farther.isEmpty() ? target : farther);
    }

    /**
     * Bytes of data that follow: of links, folders and devices none, whatever their header says, as for the engine's
     * own reader.
     */
    long dataSize() {
        return type >= TarConstants.LF_LINK && type <= TarConstants.LF_FIFO ? 0 : size;
    }

    boolean isFolder() {
        return type == TarConstants.LF_DIR || type == TarConstants.LF_OLDNORM && name.endsWith("/");
    }

    boolean isFile() {
        return type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM && !name.endsWith("/");
    }

    boolean isSymbolicLink() {
        return type == TarConstants.LF_SYMLINK;
    }

    boolean isHardLink() {
        return type == TarConstants.LF_LINK;
    }

    boolean isDeviceOrPipe() {
        return type == TarConstants.LF_CHR || type == TarConstants.LF_BLK || type == TarConstants.LF_FIFO;
    }
}
