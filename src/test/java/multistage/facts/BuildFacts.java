package multistage.facts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one build went.
 *
 * @param variant which image was built
 * @param failure why it failed, in words for the one who wrote the Dockerfile; empty when it succeeded
 * @param bases the images that its log says it built FROM, in order
 * @param cached whether every step came from the build cache
 * @param took from request to image, pulls included
 * @param log where the whole log lies, relative to the project
 */
public record BuildFacts(
        Variant variant, Optional<String> failure, List<String> bases, boolean cached, Duration took, String log) {

    public BuildFacts {
        bases = List.copyOf(bases);
    }
}
