package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.engine.Engine;
import okhttp3.HttpUrl;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of an image under test, started by Testcontainers. It is what plain {@code docker run} makes of the image, its
 * root file system and its volumes writable, but for the limits under which anybody's program may run: one processor, little
 * memory, few processes, a bounded log, no capabilities, no way to the internet, and a port that is published to this machine
 * alone where the engine is on it. What it writes to disk, {@link DiskGuard} bounds.
 */
final class ServiceContainer extends GenericContainer<ServiceContainer> {
    static final int PORT = 8080;
    static final long MEMORY = 256L * 1024 * 1024;
    static final long PROCESSES = 100;
    /** The size of {@code /tmp} where the root file system is read-only. */
    static final int TMP_MEBIBYTES = 16;

    private static final String TMP_OPTIONS = "rw,noexec,nosuid,nodev,size=" + TMP_MEBIBYTES + "m";
    private static final String LOG_SIZE = "8m";
    private static final long ONE_PROCESSOR = 1_000_000_000;
    private static final String UNPRIVILEGED = "65534:65534";
    /** Where no resolver answers; otherwise the engine resolves names for the container, over its own way out. */
    private static final String NO_RESOLVER = "127.0.0.1";

    private final Engine engine;
    private final boolean restricted;

    /** @param restricted whether its root file system is read-only and its user an unprivileged one, whatever the image says */
    ServiceContainer(String image, Engine engine, boolean restricted) {
        super(DockerImageName.parse(image));
        this.engine = engine;
        this.restricted = restricted;
        withLabels(engine.containerLabels());
        withCreateContainerCmdModifier(this::limit);
        withStartupCheckStrategy(new NoStartupCheck());
    }

    /**
     * The port is published here and not by Testcontainers' withExposedPorts, which waits five seconds for the port of a
     * container that has ended, and then removes the container before anybody can ask why it ended.
     */
    private void limit(CreateContainerCmd create) {
        ExposedPort port = ExposedPort.tcp(PORT);
        HostConfig host = create.getHostConfig()
                .withPortBindings(
                        new PortBinding(isLocal() ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.empty(), port))
                .withMemory(MEMORY)
                .withMemorySwap(MEMORY)
                .withPidsLimit(PROCESSES)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of("max-size", LOG_SIZE)))
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"));
        // An engine without root may not be able to limit processors, and then refuses to start the container.
        if (Boolean.TRUE.equals(DockerClientFactory.instance().getInfo().getCpuCfsQuota())) {
            host.withNanoCPUs(ONE_PROCESSOR);
        }
        engine.network().name().ifPresent(closed -> host.withNetworkMode(closed).withDns(NO_RESOLVER));
        create.withExposedPorts(port).withHostConfig(host);
        if (restricted) {
            host.withReadonlyRootfs(true).withTmpFs(Map.of("/tmp", TMP_OPTIONS));
            create.withUser(UNPRIVILEGED);
        }
    }

    /** Where the service is asked; empty when the engine published no port, as for a container that ended at once. */
    Optional<HttpUrl> url() {
        Ports.Binding[] bindings =
                getContainerInfo().getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(PORT));
        return bindings == null || bindings.length == 0
                ? Optional.empty()
                : Optional.of(new HttpUrl.Builder()
                        .scheme("http")
                        .host(isLocal() ? "127.0.0.1" : getHost())
                        .port(Integer.parseInt(bindings[0].getHostPortSpec()))
                        .build());
    }

    private boolean isLocal() {
        return getHost().equals("localhost")
                || getHost().startsWith("127.")
                || getHost().equals("::1");
    }

    /** Whether a container runs is for the wait to see; Testcontainers' own check of it takes a second. */
    private static final class NoStartupCheck extends StartupCheckStrategy {
        @Override
        public boolean waitUntilStartupSuccessful(DockerClient client, String containerId) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient client, String containerId) {
            return StartupStatus.SUCCESSFUL;
        }
    }
}
