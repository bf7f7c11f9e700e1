package multistage.archive;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;

/**
 * The files of an image, as its layers laid over each other give them. A later layer's entry hides an earlier one; a
 * whiteout, {@code .wh.NAME}, removes one, and {@code .wh..wh..opq} all that a folder held before (OCI image spec,
 * layer.md). Folders that hold something and have no entry are there all the same. Where engines would differ, and no
 * engine writes such a layer, it is an error.
 */
final class FileTree {
    private final TreeMap<String, Node> nodes = new TreeMap<>();
    /** Files that have had several names. */
    private final Set<LayerEntry> linked = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Budget budget;
    private int layer;

    /**
     * What lies at a path: the entry that brought its bytes, which several paths may share, and the layer that put it
     * there.
     */
    private record Node(LayerEntry inode, int layer) {}

    FileTree(ArchiveLimits limits) {
        this.budget = new Budget(limits);
    }

    /** Lays a layer over what is there: first all that it removes, then all that it brings. */
    void add(List<LayerEntry> entries) throws ArchiveUnreadable {
        layer++;
        for (LayerEntry entry : entries) {
            if (Whiteout.is(entry.path())) {
                remove(entry.path());
            }
        }
        for (LayerEntry entry : entries) {
            if (!Whiteout.is(entry.path())) {
                put(entry);
            }
        }
    }

    private void remove(String whiteout) throws ArchiveUnreadable {
        if (Whiteout.isOpaque(whiteout)) {
            removeBelow(Paths.folder(whiteout));
        } else {
            String hidden = Whiteout.hidden(whiteout);
            nodes.remove(hidden);
            removeBelow(hidden);
        }
    }

    private void put(LayerEntry entry) throws ArchiveUnreadable {
        String path = entry.path();
        if (path.equals("/")) {
            requireFolder(entry);
            return;
        }
        LayerEntry inode = entry.isHardLink() ? target(entry) : entry;
        makeFolder(Paths.folder(path));
        if (!inode.isFolder()) {
            removeBelow(path);
        }
        budget.takeEntry(path);
        nodes.put(path, new Node(inode, layer));
    }

    private static void requireFolder(LayerEntry root) throws ArchiveUnreadable {
        if (!root.isFolder()) {
            throw new ArchiveUnreadable("its root folder is no folder");
        }
    }

    /** Hard links stay within their layer and come after their target (layer.md, "Hardlinks"). */
    private LayerEntry target(LayerEntry link) throws ArchiveUnreadable {
        Node target = nodes.get(link.twin());
        if (target == null
                || target.layer != layer
                || target.inode.isFolder()
                || link.twin().equals(link.path())) {
            throw new ArchiveUnreadable("its entry " + RawText.shown(link.path()) + " is another name of "
                    + RawText.shown(link.twin()) + ", which is no file that comes before it");
        }
        if (target.inode.kind() == Kind.FILE) {
            linked.add(target.inode);
        }
        return target.inode;
    }

    /** All that lies above a path is a folder, so the way up ends at the first that is there. */
    private void makeFolder(String path) throws ArchiveUnreadable {
        String missing = path;
        while (!missing.isEmpty() && !isFolder(missing)) {
            budget.takeEntry(missing);
            nodes.put(missing, new Node(new LayerEntry(missing, Kind.FOLDER, 0, "0755", ""), layer));
            missing = Paths.folder(missing);
        }
    }

    /**
     * A folder takes the place of what a lower layer has there; within a layer the path would lead through a link or a
     * file.
     */
    private boolean isFolder(String path) throws ArchiveUnreadable {
        Node node = nodes.get(path);
        if (node != null && !node.inode.isFolder() && node.layer == layer) {
            throw new ArchiveUnreadable("it has entries below " + RawText.shown(path) + ", which is no folder");
        }
        return node != null && node.inode.isFolder();
    }

    private void removeBelow(String folder) {
        // The character after the slash: all that begins with the folder's path and a slash lies between the two.
        nodes.subMap(folder + "/", folder + "0").clear();
    }

    /** By path. A file's bytes count once: the first of its names carries them, and the others are links. */
    Content content() {
        Set<LayerEntry> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        return new Content(nodes.entrySet().stream()
                .map(node -> entry(RawText.decoded(node.getKey()), node.getValue().inode, counted))
                .toList());
    }

    private Entry entry(String path, LayerEntry inode, Set<LayerEntry> counted) {
        boolean again = linked.contains(inode) && !counted.add(inode);
        return again
                ? new Entry(path, Kind.LINK, 0, inode.mode())
                : new Entry(path, inode.kind(), inode.bytes(), inode.mode());
    }
}
