package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.docker.Engine;

/**
 * A port on which a program of a container listens.
 *
 * @param loopback whether only the container itself reaches it
 */
record Listener(int port, boolean loopback) {
    /** A line of {@code /proc/net/tcp} or {@code tcp6} with the state LISTEN: the address, its bytes turned around, and the port. */
    private static final Pattern LISTENING =
            Pattern.compile("\\s*\\d+: (\\p{XDigit}{8}|\\p{XDigit}{32}):(\\p{XDigit}{4}) \\p{XDigit}+:0000 0A .*");

    private static final Pattern LOOPBACK = Pattern.compile("(0{16}FFFF0000|)\\p{XDigit}{6}7F|0{24}01000000");
    /** Where Docker resolves names in every container. */
    private static final String DOCKERS_RESOLVER = "0B00007F";

    /**
     * All in that container, as a second container in its network lists them: the first may have no command that could.
     *
     * @param image one that has {@code cat}
     */
    static Optional<List<Listener>> in(String container, String image, Engine engine) {
        DockerClient client = engine.client();
        Optional<String> reader = Optional.empty();
        try {
            reader = Optional.of(client.createContainerCmd(image)
                    .withEntrypoint("cat")
                    .withCmd("/proc/net/tcp", "/proc/net/tcp6")
                    .withUser("65534:65534")
                    .withLabels(engine.containerLabels())
                    .withHostConfig(HostConfig.newHostConfig()
                            .withNetworkMode("container:" + container)
                            .withReadonlyRootfs(true)
                            .withMemory(ServiceContainer.MEMORY)
                            .withPidsLimit(ServiceContainer.PROCESSES)
                            .withCapDrop(Capability.ALL))
                    .exec()
                    .getId());
            client.startContainerCmd(reader.get()).exec();
            List<String> lines =
                    ContainerExec.lines(client.logContainerCmd(reader.get()).withFollowStream(true));
            // the first line of the list names its columns
            return lines.stream().anyMatch(line -> line.contains("local_address"))
                    ? Optional.of(parse(lines))
                    : Optional.empty();
        } catch (DockerException notListed) {
            return Optional.empty();
        } finally {
            reader.ifPresent(id -> client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec());
        }
    }

    static List<Listener> parse(List<String> lines) {
        return lines.stream()
                .map(LISTENING::matcher)
                .filter(Matcher::matches)
                .filter(line -> !line.group(1).equals(DOCKERS_RESOLVER))
                .map(line -> new Listener(
                        Integer.parseInt(line.group(2), 16),
                        LOOPBACK.matcher(line.group(1)).matches()))
                .distinct()
                .toList();
    }
}
