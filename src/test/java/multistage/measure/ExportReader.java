package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import multistage.archive.ArchivedImage;
import multistage.archive.ImageArchive;
import multistage.facts.Amount;
import multistage.facts.Bytes;
import multistage.facts.Content;
import multistage.facts.Message;

/** Reads what an image holds from the archive in which the engine exports it. */
final class ExportReader {
    /** An engine may export for a second per 100 MB without a sign of it, and a silent engine counts as lost. */
    private static final long MOST = 1500 * Bytes.MB;

    /** Packing takes a second per 25 MB, on a core that the rest of a run could use. */
    private static final long MOST_PACKED = 100 * Bytes.MB;

    private static final ArchivedImage NOTHING =
            new ArchivedImage(List.of(), List.of(), new Content(List.of()), Optional.empty());

    private final DockerClient client;

    ExportReader(DockerClient client) {
        this.client = client;
    }

    /**
     * The image of that name, packed too unless that would take long.
     *
     * @param layers its layers, as the engine says
     * @param weight the bytes of its files, as the engine says
     * @throws IOException when it cannot be read, weighs too much, or is another than the engine says
     */
    ArchivedImage read(String name, List<String> layers, long weight) throws IOException {
        if (layers.isEmpty()) {
            return NOTHING; // which engines refuse to export
        }
        if (weight > MOST) {
            throw new Unreadable(Message.of(
                    "it weighs %s, and of an image no more than %s is read", Amount.bytes(weight), Amount.bytes(MOST)));
        }
        // A layer is more than the files in it, by a header for each.
        long packed = weight > MOST_PACKED ? 0 : 2 * MOST_PACKED;
        try (InputStream stream = client.saveImageCmd(name).exec()) {
            ArchivedImage image = ImageArchive.read(stream, packed);
            if (!image.layers().equals(layers)) {
                throw new Unreadable(Message.of("its archive has other layers than the engine says that it has"));
            }
            return image;
        }
    }
}
