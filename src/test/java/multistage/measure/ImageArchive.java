package multistage.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import multistage.facts.Content;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the archive that {@code docker save} gives, as it streams: every layer's entries are noted as they pass, and laid
 * over each other once the manifest has told their order. The format is the OCI image layout's, with Docker's {@code
 * manifest.json} beside it (github.com/moby/moby/tree/master/image/spec).
 */
final class ImageArchive {
    private static final int MANIFEST_LIMIT = 1024 * 1024;

    private final Map<String, List<Content.Entry>> layers = new HashMap<>();
    private JsonNode manifest;

    private ImageArchive() {}

    static Content read(InputStream stream) throws IOException {
        ImageArchive archive = new ImageArchive();
        TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(stream));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile()) {
                archive.note(entry, tar);
            }
        }
        return archive.content();
    }

    private void note(TarArchiveEntry entry, InputStream stream) throws IOException {
        BufferedInputStream data = new BufferedInputStream(stream);
        data.mark(2);
        int first = data.read();
        int second = data.read();
        data.reset();
        if (entry.getName().equals("manifest.json")) {
            manifest = new ObjectMapper().readTree(data.readNBytes(MANIFEST_LIMIT));
        } else if (first == 0x1f && second == 0x8b) {
            layers.put(entry.getName(), LayerReader.entries(new GZIPInputStream(data)));
        } else if (first != '{' && first != -1) {
            layers.put(entry.getName(), LayerReader.entries(data));
        }
    }

    private Content content() throws IOException {
        if (manifest == null) {
            throw new IOException("it holds no manifest.json");
        }
        FileTree tree = new FileTree();
        for (JsonNode name : manifest.path(0).path("Layers")) {
            List<Content.Entry> layer = layers.get(name.asText());
            if (layer == null) {
                throw new IOException("it holds no layer " + name.asText() + ", which its manifest names");
            }
            tree.add(layer);
        }
        return new Content(new ArrayList<>(tree.entries()));
    }
}
