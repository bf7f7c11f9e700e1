package multistage.facts;

import java.util.List;

/**
 * What an image's layers hold, laid over each other as a container would see them.
 *
 * @param entries files, folders and links, by path
 * @param hiddenBytes those of files that later layers replace or remove: the image carries them all the same
 */
public record Content(List<Entry> entries, long hiddenBytes) {

    /** One in which nothing is hidden. */
    public Content(List<Entry> entries) {
        this(entries, 0);
    }

    /** What an entry is. */
    public enum Kind {
        /** A regular file; one of several names is that under one of them. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A symbolic link, or a further name of a file. */
        LINK,
        /** A device or a pipe. */
        OTHER
    }

    /**
     * One entry.
     *
     * @param path absolute
     * @param kind what it is
     * @param bytes its size; 0 for all but files
     * @param mode its permissions, as chmod takes them in four octal digits: {@code 0755}, {@code 4755} where it is setuid
     */
    public record Entry(String path, Kind kind, long bytes, String mode) {}

    public Content {
        entries = List.copyOf(entries);
    }

    /** All that is not a folder. */
    public List<Entry> files() {
        return entries.stream().filter(entry -> entry.kind() != Kind.FOLDER).toList();
    }

    /** The bytes of all files in its layers, hidden ones too: the same on every engine. */
    public long bytes() {
        return hiddenBytes + entries.stream().mapToLong(Entry::bytes).sum();
    }
}
