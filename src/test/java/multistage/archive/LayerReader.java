package multistage.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import multistage.facts.Content.Kind;

/** Lists what one layer holds; its files' bytes are passed over. */
final class LayerReader {
    private LayerReader() {}

    /** In the layer's order, whiteouts among them; what is listed is taken from the budget. */
    static List<LayerEntry> entries(InputStream layer, Budget budget) throws IOException {
        TarReader tar = new TarReader(layer, budget.limits());
        List<LayerEntry> entries = new ArrayList<>();
        for (Optional<TarHeader> header = tar.next(); header.isPresent(); header = tar.next()) {
            LayerEntry entry = entry(header.get());
            budget.takeEntry(entry.path() + entry.twin());
            entries.add(entry);
        }
        return entries;
    }

    private static LayerEntry entry(TarHeader header) throws ArchiveUnreadable {
        String path = Paths.inArchive(header.name());
        if (header.isHardLink()) {
            return new LayerEntry(path, Kind.LINK, 0, header.mode(), Paths.inArchive(header.target()));
        }
        return new LayerEntry(path, kind(header), header.isFile() ? header.size() : 0, header.mode(), "");
    }

    private static Kind kind(TarHeader header) throws ArchiveUnreadable {
        if (header.isFile()) {
            return Kind.FILE;
        }
        if (header.isFolder()) {
            return Kind.FOLDER;
        }
        if (header.isSymbolicLink()) {
            return Kind.LINK;
        }
        if (header.isDeviceOrPipe()) {
            return Kind.OTHER;
        }
        throw new ArchiveUnreadable("its entry " + RawText.shown(header.name())
                + " is of a type that no engine unpacks, " + RawText.shown(Character.toString(header.type() & 0xff)));
    }
}
