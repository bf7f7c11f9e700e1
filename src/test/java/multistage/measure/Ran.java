package multistage.measure;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import multistage.facts.Message;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;
import multistage.facts.Variant;

/**
 * What came of starting a service, before it is known why.
 *
 * @param silent whether, never having answered, it took the last request and let the time run out
 * @param end how its container ended, or that it still runs
 */
record Ran(
        Variant variant,
        Optional<Response> answer,
        boolean silent,
        Duration readyAfter,
        List<Probe> probes,
        Optional<Response> laterAnswer,
        Duration between,
        End end,
        List<String> log) {

    /**
     * How a container stood when its service was last looked at.
     *
     * @param exitCode its exit code, once it had ended
     * @param outOfMemory whether the engine ended it for the memory that it took
     * @param engineError what the engine said against it, if it did
     */
    record End(boolean running, Optional<Integer> exitCode, boolean outOfMemory, Optional<String> engineError) {

        static End of(ContainerState state) {
            boolean running = Boolean.TRUE.equals(state.getRunning());
            return new End(
                    running,
                    running
                            ? Optional.empty()
                            : Optional.ofNullable(state.getExitCodeLong()).map(Long::intValue),
                    Boolean.TRUE.equals(state.getOOMKilled()),
                    Optional.ofNullable(state.getError()).filter(error -> !error.isBlank()));
        }

        static End refused(String engineError) {
            return new End(false, Optional.empty(), false, Optional.of(engineError));
        }
    }

    /** The engine would not start it. */
    static Ran refused(Variant variant, String engineError, Duration after) {
        return started(variant, ServiceClient.Asked.NOBODY, after).ended(End.refused(engineError), List.of());
    }

    static Ran started(Variant variant, ServiceClient.Asked asked, Duration readyAfter) {
        End unknown = new End(true, Optional.empty(), false, Optional.empty());
        return new Ran(
                variant,
                asked.response(),
                asked.silent(),
                readyAfter,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                unknown,
                List.of());
    }

    Ran wentOn(List<Probe> probed, Optional<Response> later, Duration after) {
        return new Ran(variant, answer, silent, readyAfter, probed, later, after, end, log);
    }

    Ran ended(End how, List<String> printed) {
        return new Ran(variant, answer, silent, readyAfter, probes, laterAnswer, between, how, printed);
    }

    Service explained(Optional<Message> trouble) {
        return new Service(
                variant, answer, readyAfter, laterAnswer, between, end.running(), end.exitCode(), trouble, log, probes);
    }
}
