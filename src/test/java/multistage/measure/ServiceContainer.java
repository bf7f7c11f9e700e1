package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.docker.Engine;
import okhttp3.HttpUrl;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of an image under test, started by Testcontainers, with the limits under which anybody's program may run: it
 * may use one processor, little memory, few processes, little disk for its log and no capabilities, writes to {@link
 * TemporaryFolders} alone, has no way to the internet, and is published to this machine only where the engine is on it.
 */
final class ServiceContainer extends GenericContainer<ServiceContainer> {
    static final int PORT = 8080;
    static final long MEMORY = 256L * 1024 * 1024;

    static final long PROCESSES = 100;
    /** How much of what it prints may lie on the engine's disk: of a flood, the last of it. */
    private static final String LOG = "8m";

    private static final long ONE_PROCESSOR = 1_000_000_000;
    private static final String UNPRIVILEGED = "65534:65534";
    /** Nobody resolves names there; else the engine does, over its own way out. */
    private static final String NO_RESOLVER = "127.0.0.1";

    private final Engine engine;
    private final boolean unprivileged;

    /** @param unprivileged whether its user is an unprivileged one, whatever the image says */
    ServiceContainer(String image, Engine engine, boolean unprivileged) {
        super(DockerImageName.parse(image));
        this.engine = engine;
        this.unprivileged = unprivileged;
        withLabels(engine.containerLabels());
        withCreateContainerCmdModifier(this::restrict);
        withStartupCheckStrategy(new NoStartupCheck());
    }

    /**
     * The port is published here and not by Testcontainers' withExposedPorts: that waits five seconds for the port of a
     * container that has ended, and then removes it before anybody can ask why it did.
     */
    private void restrict(CreateContainerCmd create) {
        ExposedPort port = ExposedPort.tcp(PORT);
        HostConfig host = create.getHostConfig()
                .withPortBindings(
                        new PortBinding(isLocal() ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.empty(), port))
                .withMemory(MEMORY)
                .withMemorySwap(MEMORY)
                .withPidsLimit(PROCESSES)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of("max-size", LOG)))
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withReadonlyRootfs(true)
                .withTmpFs(temporaryFolders(create.getImage()));
        if (limitsProcessors()) {
            host.withNanoCPUs(ONE_PROCESSOR);
        }
        engine.network().name().ifPresent(closed -> host.withNetworkMode(closed).withDns(NO_RESOLVER));
        create.withExposedPorts(port).withHostConfig(host);
        if (unprivileged) {
            create.withUser(UNPRIVILEGED);
        }
    }

    private Map<String, String> temporaryFolders(String image) {
        try {
            return TemporaryFolders.ofService(engine.client(), image);
        } catch (IOException tooMany) {
            throw new UncheckedIOException(tooMany);
        }
    }

    /** An engine without root may not be able to, and then refuses to start what is to be limited. */
    private static boolean limitsProcessors() {
        return Boolean.TRUE.equals(DockerClientFactory.instance().getInfo().getCpuCfsQuota());
    }

    /** Where the service is asked; nothing when the engine published no port, as for a container that ended at once. */
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

    /** Whether a container runs is for the wait to see; Testcontainers' check of it lets one container a second pass. */
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
