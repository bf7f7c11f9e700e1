package multistage.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an archive holds, by name, once it has passed. Paths are absolute, as if it had been unpacked into a root
 * folder.
 */
final class Blobs {
    /** As many links may follow each other as on Linux. */
    private static final int LINKS = 40;
    /** Docker up to 24 and Podman name a config by its digest: that is the image's id. */
    private static final Pattern CONFIG = Pattern.compile("/([0-9a-f]{64})\\.json");

    private final Map<String, Blob> blobs = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    void add(String path, Blob blob) throws ArchiveUnreadable {
        requireNew(path);
        blobs.put(path, blob);
    }

    /**
     * A link to another path: old engines give a layer that several images have to one of them, and links to the
     * others.
     */
    void link(String path, String target) throws ArchiveUnreadable {
        requireNew(path);
        links.put(path, target);
    }

    private void requireNew(String path) throws ArchiveUnreadable {
        if (blobs.containsKey(path) || links.containsKey(path)) {
            throw new ArchiveUnreadable("it holds two files " + shown(path));
        }
    }

    boolean holds(String name) {
        return blobs.containsKey(path(name)) || links.containsKey(path(name));
    }

    /** A layer by the name that a manifest gives it. */
    Blob.Layer layer(String name) throws ArchiveUnreadable {
        Blob blob = blob("layer", name);
        if (blob instanceof Blob.Layer layer) {
            return layer;
        }
        throw new ArchiveUnreadable("layer " + shown(name) + ": "
                + (blob instanceof Blob.Flawed flawed ? flawed.problem() : "it is JSON, not a tar archive"));
    }

    /** A JSON document by the name that a manifest gives it. */
    <T> T document(String name, Class<T> type) throws ArchiveUnreadable {
        Blob blob = blob("file", name);
        if (blob instanceof Blob.Document document) {
            Matcher named = CONFIG.matcher(path(name));
            if (named.matches()) {
                BlobReader.requireDigest(path(name), "sha256:" + named.group(1), document.digest());
            }
            return Json.read(shown(name), document.bytes(), type);
        }
        throw new ArchiveUnreadable("its file " + shown(name) + ": "
                + (blob instanceof Blob.Flawed flawed ? flawed.problem() : "it is a tar archive, not JSON"));
    }

    private Blob blob(String what, String name) throws ArchiveUnreadable {
        String path = path(name);
        for (int followed = 0; links.containsKey(path); followed++) {
            if (followed == LINKS) {
                throw new ArchiveUnreadable("it holds too many links after each other, or links in a circle, at its "
                        + what + " " + shown(name));
            }
            path = links.get(path);
        }
        Blob blob = blobs.get(path);
        if (blob == null) {
            throw new ArchiveUnreadable("it holds no " + what + " " + shown(name) + ", which its manifest names");
        }
        return blob;
    }

    private static String path(String name) {
        return Paths.absolute(RawText.of(name));
    }

    private static String shown(String name) {
        return RawText.shown(RawText.of(name));
    }
}
