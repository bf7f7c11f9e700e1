package multistage.archive;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as a container sees them, from its root folder. */
public final class Paths {
    private Paths() {}

    /**
     * {@code ./app/../hello/} becomes {@code /hello}; what would climb above the root folder stays there, as for a
     * process.
     */
    public static String absolute(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (isName(name)) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }

    /**
     * The same for a name in an archive, which may not climb above the root folder: an engine refuses such an image,
     * and which file was meant cannot be told. A name that begins at the root folder is taken as it is.
     */
    static String inArchive(String name) throws ArchiveUnreadable {
        if (climbs(name) || name.indexOf('\0') >= 0) {
            throw new ArchiveUnreadable("its entry " + RawText.shown(name) + " has a name that no engine unpacks");
        }
        return absolute(name);
    }

    private static boolean climbs(String path) {
        int depth = 0;
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                depth--;
            } else if (isName(name)) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && !name.equals(".");
    }

    /** The folder that holds an absolute path: empty for what lies in the root folder. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The last name of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
