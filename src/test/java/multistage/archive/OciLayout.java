package multistage.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one image in an OCI layout (OCI image spec, image-layout.md, image-index.md and manifest.md). */
final class OciLayout {
    private static final String INDEX = "index.json";
    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{64})");

    private final Blobs blobs;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Descriptor> open = new ArrayDeque<>();
    private final Map<String, Document> images = new TreeMap<>();

    private OciLayout(Blobs blobs) {
        this.blobs = blobs;
    }

    static Manifest manifest(Blobs blobs) throws ArchiveUnreadable {
        if (!blobs.holds(INDEX)) {
            throw new ArchiveUnreadable("it is no image: it holds neither manifest.json nor index.json");
        }
        return new OciLayout(blobs).find();
    }

    private Manifest find() throws ArchiveUnreadable {
        open.addAll(blobs.document(INDEX, Document.class).manifests());
        while (!open.isEmpty()) {
            visit(open.remove());
        }
        if (images.size() != 1) {
            throw new ArchiveUnreadable("it holds " + images.size() + " images, not one"
                    + (images.isEmpty() ? ": its index.json leads to none" : ": save one image for one platform"));
        }
        return images.values().iterator().next().manifest();
    }

    /**
     * An index may list platforms that were never pulled, whose manifests the archive lacks, and one image under
     * several names.
     */
    private void visit(Descriptor descriptor) throws ArchiveUnreadable {
        String file = descriptor.file();
        if (!descriptor.isImage() || !blobs.holds(file) || !seen.add(file)) {
            return;
        }
        Document document = blobs.document(file, Document.class);
        open.addAll(document.manifests());
        if (document.manifests().isEmpty() && document.config() != null) {
            images.put(file, document);
        }
    }

    /** An index, which has manifests, or a manifest, which has a config and layers. */
    private record Document(List<Descriptor> manifests, Descriptor config, List<Descriptor> layers) {
        Document {
            manifests = Json.list(manifests);
            layers = Json.list(layers);
        }

        Manifest manifest() throws ArchiveUnreadable {
            List<String> names = new ArrayList<>();
            for (Descriptor layer : layers) {
                names.add(layer.file());
            }
            return new Manifest(config.file(), names);
        }
    }

    private record Descriptor(String digest, Platform platform) {
        /** BuildKit attaches what it attests as manifests for an unknown platform. */
        boolean isImage() {
            return platform == null || !"unknown".equals(platform.os());
        }

        String file() throws ArchiveUnreadable {
            Matcher sha256 = DIGEST.matcher(digest == null ? "" : digest);
            if (!sha256.matches()) {
                throw new ArchiveUnreadable("it names a blob by " + RawText.shown(RawText.of(String.valueOf(digest)))
                        + ", which is no SHA-256 digest");
            }
            return "blobs/sha256/" + sha256.group(1);
        }
    }

    private record Platform(String os) {}
}
