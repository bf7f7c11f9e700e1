package multistage.measure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;

/**
 * The files of an image, as its layers laid over each other give them. A later layer's entry hides an earlier one; a whiteout,
 * {@code .wh.NAME}, removes one, and {@code .wh..wh..opq} all that a folder held before (OCI image spec, layer.md).
 */
final class FileTree {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final TreeMap<String, Entry> entries = new TreeMap<>();

    /** Lays a layer over what is there: first all that it removes, then all that it brings. */
    void add(List<Entry> layer) {
        layer.stream().filter(entry -> name(entry).startsWith(WHITEOUT)).forEach(this::remove);
        layer.stream().filter(entry -> !name(entry).startsWith(WHITEOUT)).forEach(this::put);
    }

    private void remove(Entry whiteout) {
        String folder = whiteout.path().substring(0, whiteout.path().lastIndexOf('/') + 1);
        if (name(whiteout).equals(OPAQUE)) {
            removeBelow(folder);
        } else {
            String hidden = folder + name(whiteout).substring(WHITEOUT.length());
            entries.remove(hidden);
            removeBelow(hidden + "/");
        }
    }

    private void put(Entry entry) {
        if (entry.kind() != Kind.FOLDER) {
            removeBelow(entry.path() + "/");
        }
        entries.put(entry.path(), entry);
    }

    private void removeBelow(String folder) {
        entries.subMap(folder, folder + Character.MAX_VALUE).clear();
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    private static String name(Entry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }

    /** A path as a container sees it from its root folder: {@code ./app/../hello/} becomes {@code /hello}. */
    static String absolute(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }
}
