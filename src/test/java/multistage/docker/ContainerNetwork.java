package multistage.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.util.Map;
import java.util.Optional;
import multistage.facts.EngineFacts;

/**
 * The network of a run's containers: one of the run's own, without a way to the internet, where the engine can make one.
 *
 * @param name empty for the engine's usual network
 * @param open why containers may reach the internet all the same; empty where they may not
 * @param couldBeClosed whether an engine of this kind can make one
 */
public record ContainerNetwork(Optional<String> name, Optional<String> open, boolean couldBeClosed) {
    /** Packets leave with an address to which nobody out there can answer; and no container reaches another. */
    private static final Map<String, String> CLOSED = Map.of(
            "com.docker.network.bridge.enable_ip_masquerade", "false",
            "com.docker.network.bridge.enable_icc", "false");

    static ContainerNetwork make(DockerClient client, EngineFacts engine, Run run) {
        Map<String, String> labels = Map.of(Leftovers.NETWORK, run.toString());
        String name = "multistage-" + run;
        try {
            if (engine.isPodman()) { // it ignores the options, and a service on an internal network cannot be asked
                return usual("Podman makes no network without one that can be asked, by Docker's API", false);
            }
            client.createNetworkCmd()
                    .withName(name)
                    .withOptions(CLOSED)
                    .withLabels(labels)
                    .exec();
            return new ContainerNetwork(Optional.of(name), Optional.empty(), true);
        } catch (DockerException refused) {
            return usual("the engine makes no network without one: " + SafeLine.of(refused), true);
        }
    }

    private static ContainerNetwork usual(String why, boolean couldBeClosed) {
        return new ContainerNetwork(Optional.empty(), Optional.of(why), couldBeClosed);
    }
}
