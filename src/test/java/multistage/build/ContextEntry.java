package multistage.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * One thing in a demo's folder, as a build is sent it: with permissions and time, and without its owner.
 *
 * @param name its path in the folder, with {@code /} between its parts
 * @param file where it lies
 * @param kind what it is
 * @param mode its permissions
 * @param size in bytes, of a file
 * @param target where a link leads, as it is written; empty for what is none
 * @param modified when it was last modified
 */
record ContextEntry(String name, Path file, Kind kind, int mode, long size, String target, FileTime modified) {
    private static final int PERMISSIONS = 07777;
    private static final int TYPE = 0170000;
    private static final int SOCKET = 0140000;
    private static final int OF_ALL_ON_WINDOWS = 0755;

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A pipe or a device. */
        OTHER
    }

    /** What lies there; a link is one, unless it is to be followed. */
    static ContextEntry of(String name, Path file, LinkOption... options) throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, options);
        int mode = file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (int) Files.getAttribute(file, "unix:mode", options)
                : OF_ALL_ON_WINDOWS;
        return new ContextEntry(
                name,
                file,
                kind(is, mode),
                mode & PERMISSIONS,
                is.isRegularFile() ? is.size() : 0,
                is.isSymbolicLink() ? Files.readSymbolicLink(file).toString() : "",
                is.lastModifiedTime());
    }

    private static Kind kind(BasicFileAttributes is, int mode) {
        // the docker command sends a socket as an empty file
        if (is.isRegularFile() || (mode & TYPE) == SOCKET) {
            return Kind.FILE;
        }
        return is.isDirectory() ? Kind.FOLDER : is.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
