package multistage.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import multistage.facts.Message;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;
import multistage.facts.Variant;

/**
 * What was seen of a service, before it is known why.
 *
 * @param answer its first answer, if it ever gave one
 * @param listeners where it listens, if it never answered, still ran, and that could be listed
 * @param exitCode its container's exit code, once that had ended
 * @param outOfMemory whether the engine ended it for the memory that it took
 * @param outOfDisk whether it was ended for what it wrote
 * @param engineError what the engine said when it refused the container, in one line
 */
record ServiceObservation(
        Variant variant,
        Optional<Response> answer,
        Duration readyAfter,
        List<Probe> probes,
        Optional<Response> laterAnswer,
        Duration between,
        Optional<List<Listener>> listeners,
        boolean running,
        Optional<Integer> exitCode,
        boolean outOfMemory,
        boolean outOfDisk,
        Optional<String> engineError,
        List<String> log) {

    Service explained(Optional<Message> trouble) {
        return new Service(variant, answer, readyAfter, laterAnswer, between, running, exitCode, trouble, log, probes);
    }
}
