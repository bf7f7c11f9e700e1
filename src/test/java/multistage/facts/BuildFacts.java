package multistage.facts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one build went.
 *
 * @param variant which image was built
 * @param instructions what the Dockerfile says, in order; of a very long one the first instructions only
 * @param failure why it failed, in words for the one who wrote the Dockerfile; empty when it succeeded
 * @param failedAt the line of the Dockerfile at which it failed, counted from 1, where that is known
 * @param failedOutside whether it failed for what is no doing of the one who wrote the Dockerfile: no registry in reach, its rate
 *     limit, a full disk of the engine
 * @param bases the images that its log says it built FROM, in order
 * @param cached whether every step came from the build cache
 * @param took from request to image, pulls included
 * @param log where the whole log lies, relative to the project
 */
public record BuildFacts(
        Variant variant,
        List<Instruction> instructions,
        Optional<Message> failure,
        Optional<Integer> failedAt,
        boolean failedOutside,
        List<String> bases,
        boolean cached,
        Duration took,
        String log) {

    public BuildFacts {
        instructions = List.copyOf(instructions);
        bases = List.copyOf(bases);
    }
}
