package multistage.archive;

import java.util.List;
import java.util.Optional;

/** What one file of an archive turned out to be. Which part it plays is known only when all have passed. */
sealed interface Blob {

    /**
     * A layer.
     *
     * @param diffId {@code sha256:…} of its unpacked bytes, all of them
     * @param entries in its order
     * @param packedBytes what it weighs packed by gzip; nothing where that was not to be told
     */
    record Layer(String diffId, List<LayerEntry> entries, Optional<Long> packedBytes) implements Blob {}

    /**
     * JSON, or what begins like it.
     *
     * @param digest {@code sha256:…} of its bytes
     */
    record Document(String digest, byte[] bytes) implements Blob {}

    /**
     * Neither, which is of no interest unless the image needs it.
     *
     * @param problem what is wrong with it, to follow its name
     */
    record Flawed(String problem) implements Blob {}
}
