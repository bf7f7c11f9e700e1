package multistage.archive;

import static org.apache.commons.compress.archivers.tar.TarConstants.LF_GNUTYPE_LONGLINK;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_GNUTYPE_LONGNAME;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_GNUTYPE_SPARSE;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_PAX_EXTENDED_HEADER_LC;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import multistage.facts.Amount;
import multistage.facts.Message;

/**
 * The entries of a tar archive as they pass. It is stricter than commons-compress' own reader, which takes damaged
 * headers and a missing end for good and reads extended headers of any size into memory, and it understands what Go's
 * reader does, which is the engines'.
 */
final class TarReader {
    private final InputStream stream;
    private final int headerLimit;
    private EntryData data = new EntryData("", 0);
    private boolean begun;

    TarReader(InputStream stream, ArchiveLimits limits) {
        this.stream = stream;
        this.headerLimit = limits.header();
    }

    /** The next entry, or nothing at the end of the archive, which is two blocks of zeros. */
    Optional<TarHeader> next() throws IOException {
        Map<String, String> records = Map.of();
        Map<String, String> gnuRecords = new HashMap<>();
        boolean complete = true;
        while (true) {
            data.skip();
            byte[] block = block();
            if (TarHeader.isEnd(block)) {
                requireEnd(complete);
                return Optional.empty();
            }
            TarHeader header = header(block);
            data = new EntryData(header.name(), header.dataSize());
            complete = header.type() == LF_PAX_GLOBAL_EXTENDED_HEADER;
            switch (header.type()) {
                case LF_PAX_GLOBAL_EXTENDED_HEADER -> extension();
                case LF_PAX_EXTENDED_HEADER_LC -> records = PaxRecords.parse(extension());
                case LF_GNUTYPE_LONGNAME -> gnuRecords.put("path", name(extension()));
                case LF_GNUTYPE_LONGLINK -> gnuRecords.put("linkpath", name(extension()));
                default -> {
                    return Optional.of(entry(header.with(records).with(gnuRecords), records));
                }
            }
        }
    }

    /** The data of the entry that {@link #next} gave last. */
    InputStream data() {
        return data;
    }

    private TarHeader entry(TarHeader header, Map<String, String> records) throws ArchiveUnreadable {
        boolean sparse = header.type() == LF_GNUTYPE_SPARSE
                || records.keySet().stream()
                        .anyMatch(key -> key.startsWith("GNU.sparse.") || key.equals("SCHILY.realsize"));
        if (sparse) {
            throw new ArchiveUnreadable("its entry " + RawText.shown(header.name())
                    + " is a sparse file, which no engine writes: its size cannot be told");
        }
        data = new EntryData(header.name(), header.dataSize());
        return header;
    }

    private TarHeader header(byte[] block) throws ArchiveUnreadable {
        if (!begun && !TarHeader.isAt(block)) {
            throw new ArchiveUnreadable(
                    "it is no tar archive: it begins with " + RawText.shown(RawText.of(block, 0, block.length)));
        }
        begun = true;
        TarHeader header = TarHeader.parse(block);
        if (header.size() < 0) {
            throw new ArchiveUnreadable("its entry " + RawText.shown(header.name()) + " has a size below zero");
        }
        return header;
    }

    private byte[] extension() throws IOException {
        if (data.left > headerLimit) {
            throw new LimitExceeded(Message.of(
                    "it has an extended header of %s, more than the %s that are read here",
                    Amount.count(data.left, "%s byte", "%s bytes"), headerLimit));
        }
        return data.readAllBytes();
    }

    /** A long name of GNU tar's ends at its first zero. */
    private static String name(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return RawText.of(bytes, 0, end);
    }

    private byte[] block() throws IOException {
        byte[] block = stream.readNBytes(TarHeader.BLOCK);
        if (block.length == 0 && !begun) {
            throw new ArchiveUnreadable("it is empty, or it ends before it begins");
        }
        if (block.length < TarHeader.BLOCK) {
            throw new ArchiveUnreadable("it is cut: it ends before its end is marked");
        }
        return block;
    }

    private void requireEnd(boolean complete) throws IOException {
        begun = true;
        if (!complete || !TarHeader.isEnd(block())) {
            throw new ArchiveUnreadable("it is damaged: its end is marked in the middle of it");
        }
    }

    /** What an entry holds; its end is never the end of the archive. */
    private final class EntryData extends BulkStream {
        private final String name;
        private final long size;
        private long left;

        EntryData(String name, long size) {
            this.name = name;
            this.size = size;
            this.left = size;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = stream.read(buffer, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new ArchiveUnreadable("it is cut: it ends in the middle of its entry " + RawText.shown(name));
            }
            left -= count;
            return count;
        }

        /** To the start of the next header. */
        void skip() throws IOException {
            // Read, not skipped: whatever counts or hashes the bytes is to see them all.
            transferTo(OutputStream.nullOutputStream());
            int padding = (int) (-size & (TarHeader.BLOCK - 1));
            if (stream.readNBytes(padding).length < padding) {
                throw new ArchiveUnreadable("it is cut: it ends after its entry " + RawText.shown(name));
            }
        }
    }
}
