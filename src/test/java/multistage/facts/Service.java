package multistage.facts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A container of the image, as it was started, asked, probed and asked again.
 *
 * @param variant whose service it is
 * @param answer the first answer on port 8080, if there ever was one
 * @param readyAfter from start to that answer, or to giving up
 * @param laterAnswer the answer after all probes, if there still was one
 * @param between from the first answer to the later one
 * @param running whether the container still ran at the end
 * @param exitCode its exit code, once it had ended
 * @param trouble why it never answered, or what limit ended it, in plain words, where that can be told
 * @param log what it printed; of a flood the last lines
 * @param probes what each command tried inside of it gave
 */
public record Service(
        Variant variant,
        Optional<Response> answer,
        Duration readyAfter,
        Optional<Response> laterAnswer,
        Duration between,
        boolean running,
        Optional<Integer> exitCode,
        Optional<Message> trouble,
        List<String> log,
        List<Probe> probes) {

    public Service {
        log = List.copyOf(log);
        probes = List.copyOf(probes);
    }

    /** The same for another reason. */
    public Service withTrouble(Optional<Message> trouble) {
        return new Service(variant, answer, readyAfter, laterAnswer, between, running, exitCode, trouble, log, probes);
    }
}
