package multistage.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar archive made in memory, for tests. */
final class Tar {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    /** How names of more than 100 bytes are written. */
    enum LongNames {
        POSIX(TarArchiveOutputStream.LONGFILE_POSIX),
        GNU(TarArchiveOutputStream.LONGFILE_GNU);

        private final int mode;

        LongNames(int mode) {
            this.mode = mode;
        }
    }

    Tar() {
        this(LongNames.POSIX);
    }

    Tar(LongNames format) {
        tar.setLongFileMode(format.mode);
    }

    Tar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Tar file(String name, byte[] content) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        return add(entry, content);
    }

    Tar folder(String name) {
        return special(name + "/", TarConstants.LF_DIR, "");
    }

    Tar symbolicLink(String name, String target) {
        return special(name, TarConstants.LF_SYMLINK, target);
    }

    Tar hardLink(String name, String target) {
        return special(name, TarConstants.LF_LINK, target);
    }

    Tar device(String name) {
        return special(name, TarConstants.LF_CHR, "");
    }

    Tar pipe(String name) {
        return special(name, TarConstants.LF_FIFO, "");
    }

    /** An entry of any type, without data. */
    Tar other(String name, char type) {
        return special(name, (byte) type, "");
    }

    /** An entry that attributes come before, in an extended header. */
    Tar withAttribute(String name, String key, String value) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
        entry.addPaxHeader(key, value);
        return add(entry, new byte[0]);
    }

    private Tar special(String name, byte kind, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        return add(entry, new byte[0]);
    }

    private Tar add(TarArchiveEntry entry, byte[] content) {
        try {
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            tar.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
