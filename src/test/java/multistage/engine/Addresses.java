package multistage.engine;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.TestcontainersConfiguration;

/** Where this machine's settings and habits say that an engine may be. */
final class Addresses {
    private Addresses() {}

    /** The engine that the environment or the user's Testcontainers properties name, as Testcontainers reads them. */
    @SuppressWarnings("deprecation") // the strategy is public for the service loader; here it only reads settings
    static Optional<Address> named() {
        TestcontainersConfiguration settings = TestcontainersConfiguration.getInstance();
        String testcontainersHost = settings.getUserProperty("tc.host", null);
        if (testcontainersHost != null && System.getenv("DOCKER_HOST") == null) {
            return Optional.of(new Address(
                    "tc.host in ~/.testcontainers.properties",
                    TransportConfig.builder()
                            .dockerHost(URI.create(testcontainersHost))
                            .build()));
        }
        String dockerHost = settings.getEnvVarOrUserProperty("docker.host", null);
        if (dockerHost == null) {
            return Optional.empty();
        }
        String origin =
                System.getenv("DOCKER_HOST") == null ? "docker.host in ~/.testcontainers.properties" : "DOCKER_HOST";
        try {
            return Optional.of(
                    new Address(origin, new EnvironmentAndSystemPropertyClientProviderStrategy().getTransportConfig()));
        } catch (RuntimeException unusable) {
            throw new EngineMissing(origin + " is set to " + dockerHost + ", which cannot be used: "
                    + unusable.getMessage() + ". Mend or unset it.");
        }
    }

    /** Where engines listen unless told otherwise. */
    static List<Address> usualPlaces() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return List.of(Address.usual("npipe:////./pipe/docker_engine"));
        }
        String home = System.getProperty("user.home");
        Stream<String> inRuntimeFolder = Stream.of("docker.sock", "podman/podman.sock")
                .flatMap(socket ->
                        Stream.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(folder -> folder + "/" + socket));
        return Stream.of(
                        Stream.of("/var/run/docker.sock"),
                        inRuntimeFolder,
                        Stream.of(home + "/.docker/run/docker.sock", home + "/.docker/desktop/docker.sock"),
                        Stream.of("/run/podman/podman.sock"))
                .flatMap(paths -> paths)
                .map(path -> Address.usual("unix://" + path))
                .toList();
    }
}
