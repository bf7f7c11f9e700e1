package multistage.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;

/**
 * Layers and what they amount to, done the simple way: folders in folders, as on a disk. For tests. A change that no
 * engine would write into the layer, as of a file below a file, is left out of it.
 */
final class ImageModel {
    /** One entry of a layer; the target is that of a hard link, the size that of a file. */
    record Change(Type type, String path, String target, int size) {}

    enum Type {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        HARD_LINK,
        PIPE,
        WHITEOUT,
        OPAQUE
    }

    private sealed interface Node {}

    private record Folder(Map<String, Node> nodes) implements Node {
        Folder() {
            this(new TreeMap<>());
        }
    }

    /** Names of one file share one of these, so it has no equals of its own. */
    private static final class Leaf implements Node {
        private final Kind kind;
        private final int size;

        Leaf(Kind kind, int size) {
            this.kind = kind;
            this.size = size;
        }
    }

    private final Folder root = new Folder();
    private final Set<Leaf> own = new HashSet<>();

    /** The layer that makes these changes, as a tar archive; they are made here too. */
    byte[] layer(List<Change> changes) {
        Tar tar = new Tar();
        own.clear();
        changes.forEach(this::remove);
        changes.stream().filter(this::bring).forEach(change -> write(change, tar));
        return tar.bytes();
    }

    private void remove(Change change) {
        List<String> names = names(change.path());
        if (change.type() == Type.WHITEOUT && find(names.subList(0, names.size() - 1)) instanceof Folder folder) {
            folder.nodes().remove(names.get(names.size() - 1));
        }
        if (change.type() == Type.OPAQUE && find(names) instanceof Folder folder) {
            folder.nodes().clear();
        }
    }

    private boolean bring(Change change) {
        return switch (change.type()) {
            case WHITEOUT, OPAQUE -> true;
            case FOLDER -> folder(names(change.path())) != null;
            case FILE -> put(change, new Leaf(Kind.FILE, change.size()));
            case SYMBOLIC_LINK -> put(change, new Leaf(Kind.LINK, 0));
            case PIPE -> put(change, new Leaf(Kind.OTHER, 0));
            case HARD_LINK ->
                !change.path().equals(change.target())
                        && find(names(change.target())) instanceof Leaf leaf
                        && own.contains(leaf)
                        && put(change, leaf);
        };
    }

    private boolean put(Change change, Leaf leaf) {
        List<String> names = names(change.path());
        Folder parent = folder(names.subList(0, names.size() - 1));
        if (parent == null) {
            return false;
        }
        parent.nodes().put(names.get(names.size() - 1), leaf);
        return own.add(leaf) || change.type() == Type.HARD_LINK;
    }

    /** The folder, made if need be; null if this layer has put something else in its way. */
    private Folder folder(List<String> names) {
        Folder folder = root;
        for (String name : names) {
            Node node = folder.nodes().get(name);
            if (node instanceof Leaf leaf && own.contains(leaf)) {
                return null;
            }
            Folder next = node instanceof Folder there ? there : new Folder();
            folder.nodes().put(name, next);
            folder = next;
        }
        return folder;
    }

    private Node find(List<String> names) {
        Node node = root;
        for (String name : names) {
            node = node instanceof Folder folder ? folder.nodes().get(name) : null;
        }
        return node;
    }

    private static List<String> names(String path) {
        return List.of(path.split("/"));
    }

    private static void write(Change change, Tar tar) {
        String path = change.path();
        int slash = path.lastIndexOf('/') + 1;
        switch (change.type()) {
            case FILE -> tar.file(path, "x".repeat(change.size()));
            case FOLDER -> tar.folder(path);
            case SYMBOLIC_LINK -> tar.symbolicLink(path, "../anywhere");
            case HARD_LINK -> tar.hardLink(path, change.target());
            case PIPE -> tar.pipe(path);
            case WHITEOUT -> tar.file(path.substring(0, slash) + ".wh." + path.substring(slash), "");
            case OPAQUE -> tar.file(path + "/.wh..wh..opq", "");
        }
    }

    /** What all layers amount to. */
    List<Entry> entries() {
        Map<String, Node> all = new TreeMap<>();
        collect("", root, all);
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Entry> entries = new ArrayList<>();
        all.forEach((path, node) -> entries.add(entry(path, node, seen.add(node))));
        return entries;
    }

    private static Entry entry(String path, Node node, boolean first) {
        if (node instanceof Leaf leaf && leaf.kind == Kind.FILE) {
            return first ? new Entry(path, Kind.FILE, leaf.size, "0644") : new Entry(path, Kind.LINK, 0, "0644");
        }
        return node instanceof Leaf leaf
                ? new Entry(path, leaf.kind, 0, "0644")
                : new Entry(path, Kind.FOLDER, 0, "0755");
    }

    private static void collect(String path, Folder folder, Map<String, Node> all) {
        folder.nodes().forEach((name, node) -> {
            all.put(path + "/" + name, node);
            if (node instanceof Folder inner) {
                collect(path + "/" + name, inner, all);
            }
        });
    }
}
