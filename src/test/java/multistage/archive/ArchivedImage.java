package multistage.archive;

import java.util.List;
import java.util.Optional;
import multistage.facts.Content;

/**
 * The one image of an archive.
 *
 * @param layers the diff ids of its layers, {@code sha256:…}, lowest first; each layer's bytes were seen to hash to its
 *     own
 * @param history for each step of its making that its config tells, oldest first, the diff id of the layer that it made, or
 *     nothing if it made none. No step has one if the number of steps that claim to have made a layer is not the number of
 *     layers, as after squashing: which made which cannot be told then. No run reads it: {@code NaiveArchiveIT} holds what
 *     engines tell of layers to it
 * @param content the files of all layers, as a container would see them
 * @param packedBytes what its layers weigh packed by gzip, one that occurs twice once; nothing where that was not to be told
 */
public record ArchivedImage(
        List<String> layers, List<Optional<String>> history, Content content, Optional<Long> packedBytes) {
    public ArchivedImage {
        layers = List.copyOf(layers);
        history = List.copyOf(history);
    }
}
