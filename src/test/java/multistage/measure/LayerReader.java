package multistage.measure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Lists what one layer holds; its files' bytes are passed over. */
final class LayerReader {
    private static final int ENTRY_LIMIT = 1_000_000;

    private LayerReader() {}

    static List<Entry> entries(InputStream layer) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(layer);
        List<Entry> entries = new ArrayList<>();
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entries.size() == ENTRY_LIMIT) {
                throw new IOException("a layer holds more than " + ENTRY_LIMIT + " entries");
            }
            entries.add(
                    new Entry(FileTree.absolute(entry.getName()), kind(entry), entry.isFile() ? entry.getSize() : 0));
        }
        return entries;
    }

    /** A hard link weighs nothing of its own, so it counts as a link. */
    private static Kind kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Kind.LINK;
        }
        return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO() ? Kind.OTHER : Kind.FILE;
    }
}
