package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.docker.Engine;
import multistage.docker.SafeLine;
import multistage.docker.TaskGroup;
import multistage.facts.Amount;
import multistage.facts.Content;
import multistage.facts.Cut;
import multistage.facts.Message;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;
import multistage.facts.Variant;
import okhttp3.HttpUrl;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;
import org.testcontainers.shaded.com.github.dockerjava.core.InvocationBuilder.AsyncResultCallback;
import org.testcontainers.utility.DockerImageName;

/**
 * The service of an image under test, started by Testcontainers and observed. It is what plain {@code docker run} makes of the
 * image, its root file system and its volumes writable, but for the limits under which anybody's program may run: one
 * processor, little memory, few processes, a bounded log, no capabilities, no way to the internet, and a port that is published
 * to this machine alone where the engine is on it. What it writes to disk, {@link DiskGuard} bounds.
 */
final class ServiceContainer extends GenericContainer<ServiceContainer> {
    static final int PORT = 8080;
    /** {@code go run} at a container's start takes up to 350 MB. */
    static final long MEMORY = 512L * 1024 * 1024;

    static final long PROCESSES = 100;
    /** The size of {@code /tmp} where the root file system is read-only. */
    static final int TMP_MEBIBYTES = 16;

    private static final String LOG_SIZE = "8m";
    private static final long ONE_PROCESSOR = 1_000_000_000;
    private static final int LONGEST_REFUSAL = 1000;
    private static final String UNPRIVILEGED = "65534:65534";
    /** Where no resolver answers; otherwise the engine resolves names for the container, over its own way out. */
    private static final String NO_RESOLVER = "127.0.0.1";

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(20);
    private static final Duration LATE_ANSWER = Duration.ofSeconds(2);
    private static final Duration GOES_ON = Duration.ofSeconds(1);
    /** What one gets beyond the start limit that still computes, such as one that compiles its program first. */
    private static final Duration MORE_IF_COMPUTING = Duration.ofMinutes(3);
    /** After so much of a processor's time it is not starting but busy: that counts however many share the processors. */
    private static final long BUSY_NANOS = 45_000_000_000L;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final List<Command> COMMANDS = List.of(
            new Command(Variant.NAIVE, "a Go toolchain", List.of("go", "version")),
            new Command(Variant.NAIVE, "a C compiler", List.of("gcc", "--version")),
            new Command(Variant.NAIVE, "git", List.of("git", "--version")),
            new Command(Variant.NAIVE, "a shell", List.of("sh", "-c", "echo sh runs")),
            new Command(Variant.MULTI, "a shell", List.of("sh", "-c", "echo sh runs")),
            new Command(Variant.MULTI, "a shell", List.of("bash", "-c", "echo bash runs")),
            new Command(Variant.MULTI, "a shell", List.of("busybox", "sh", "-c", "echo busybox runs")));

    private final Engine engine;
    private final DockerClient client;
    private final ServiceProbe asker;
    private final Variant variant;
    private final boolean restricted;
    private final Duration limit;
    private final DiskGuard guard;
    private Duration looked = Duration.ZERO;
    /** Of processor time, when last looked at. */
    private long nanos;

    private Instant started = Instant.EPOCH;
    private Duration readyAfter = Duration.ZERO;
    private Optional<Response> answer = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    /** A command that is tried in a running container of that image, and what its running would show to be there. */
    private record Command(Variant variant, String what, List<String> words) {}

    /**
     * @param restricted whether its root file system is read-only and its user an unprivileged one, whatever the image says
     * @param limit how long an idle service may take to its first answer; one that still computes then gets up to three minutes more
     */
    ServiceContainer(
            Engine engine, ServiceProbe asker, Variant variant, String image, boolean restricted, Duration limit) {
        super(DockerImageName.parse(image));
        this.engine = engine;
        this.client = engine.client();
        this.asker = asker;
        this.variant = variant;
        this.restricted = restricted;
        this.limit = limit;
        this.guard = new DiskGuard(client, this::getContainerId);
        withLabels(engine.containerLabels());
        withCreateContainerCmdModifier(this::limit);
        withStartupCheckStrategy(new IsRunningStartupCheckStrategy() {
            @Override
            public boolean waitUntilStartupSuccessful(DockerClient client, String containerId) {
                return true; // whether it runs is for the wait to see; this check takes a second
            }
        });
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
            create.withUser(UNPRIVILEGED);
            host.withReadonlyRootfs(true)
                    .withTmpFs(Map.of("/tmp", "rw,noexec,nosuid,nodev,size=" + TMP_MEBIBYTES + "m"));
        }
    }

    /** Returns when the service has answered, when its container has ended or was refused, or when the limit is over. */
    @Override
    public void start() {
        started = Instant.now();
        try {
            super.start();
        } catch (ContainerLaunchException refused) {
            refusal = Optional.of(Cut.within(SafeLine.of(refused), LONGEST_REFUSAL));
        }
        readyAfter = elapsed();
    }

    /**
     * Any answer ends the wait, and none fails it: which it was is a fact, and a claim judges it. Testcontainers' own HTTP wait
     * asks once a second and does not see that a container has ended; its default one runs a shell, which scratch does not have.
     */
    @Override
    protected void waitUntilContainerStarted() {
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_REQUESTS)
                .forever()
                .until(() -> {
                    boolean isLast = isTimeUp(); // told first, since what has computed until now may answer now
                    answer = ask();
                    return isLast || isAnswering() || !isRunning();
                });
    }

    private boolean isTimeUp() {
        Duration beyond = elapsed().minus(limit);
        return !beyond.isNegative() && (beyond.compareTo(MORE_IF_COMPUTING) >= 0 || !isComputing());
    }

    /** Whether it has taken a twentieth of the time since the last look, which is at least a second ago, from a processor. */
    private boolean isComputing() {
        Duration since = elapsed().minus(looked);
        if (since.compareTo(BETWEEN_LOOKS) < 0) {
            return true;
        }
        try {
            Statistics now = client.statsCmd(getContainerId())
                    .withNoStream(true)
                    .exec(new AsyncResultCallback<>())
                    .awaitResult();
            long before = nanos;
            nanos = now.getCpuStats().getCpuUsage().getTotalUsage();
            looked = looked.plus(since);
            return (nanos - before) * 20 > since.toNanos() && nanos < BUSY_NANOS;
        } catch (DockerException ended) {
            return false;
        }
    }

    private Duration elapsed() {
        return Duration.between(started, Instant.now());
    }

    private Optional<Response> ask() {
        Duration left = limit.minus(elapsed());
        return url().flatMap(url -> asker.ask(url, left.compareTo(LATE_ANSWER) > 0 ? left : LATE_ANSWER));
    }

    /** Where the service is asked; empty when the engine published no port, as for a container that ended at once. */
    Optional<HttpUrl> url() {
        Ports.Binding[] bindings =
                getContainerInfo().getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(PORT));
        return Stream.ofNullable(bindings)
                .flatMap(Stream::of)
                .map(port ->
                        HttpUrl.get("http://" + (isLocal() ? "127.0.0.1" : getHost()) + ":" + port.getHostPortSpec()))
                .findFirst();
    }

    private boolean isLocal() {
        return getHost().matches("localhost|127\\..*|::1");
    }

    /** Whether it has ever answered. */
    boolean isAnswering() {
        return answer.isPresent();
    }

    /**
     * What is seen of it, and the limit that ended it, if one did. One that answered is probed and, when it has gone on for a
     * second, asked again, unless it is restricted.
     */
    Service observe() {
        List<Probe> probes = List.of();
        Optional<Response> later = Optional.empty();
        Duration between = Duration.ZERO;
        if (isAnswering() && !restricted) {
            probes = probes();
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .forever()
                    .until(() -> elapsed().minus(readyAfter).compareTo(GOES_ON) > 0);
            later = ask();
            between = elapsed().minus(readyAfter);
        }
        Optional<ContainerState> state = Optional.ofNullable(getContainerId())
                .map(id -> client.inspectContainerCmd(id).exec().getState());
        boolean running = state.map(ContainerState::getRunning).orElse(false);
        return new Service(
                variant,
                answer,
                readyAfter,
                later,
                between,
                running,
                state.filter(ended -> !running)
                        .map(ContainerState::getExitCodeLong)
                        .map(Long::intValue),
                // of a service that goes on, another process may have taken the memory
                guard.isExceeded()
                        ? Optional.of(Message.of(
                                "it wrote more to its disk than it is allowed, %s, and was ended",
                                Amount.bytes(DiskGuard.LIMIT)))
                        : state.filter(ended -> !(running && isAnswering()))
                                .filter(ended -> Boolean.TRUE.equals(ended.getOOMKilled()))
                                .map(ended ->
                                        Message.of("it took more memory than it is allowed, %s", Amount.bytes(MEMORY))),
                state.map(there -> exec().log()).orElse(List.of()),
                probes);
    }

    private List<Probe> probes() {
        try (TaskGroup together = new TaskGroup("measuring")) {
            return COMMANDS.stream()
                    .filter(command -> command.variant == variant)
                    .map(command -> together.start(() -> exec().probe(command.what, command.words)))
                    .toList()
                    .stream()
                    .map(TaskGroup::result)
                    .toList();
        }
    }

    /** What the engine said when it refused the container, in one line. */
    Optional<String> refusal() {
        return refusal;
    }

    /** What the image of a service that answered holds, as far as a command inside of its container can list that. */
    Optional<Content> files() {
        return isAnswering()
                ? exec().output(FileInventory.listing(getContainerInfo().getCreated()), FileInventory.LISTING_LIMIT)
                        .flatMap(FileInventory::content)
                : Optional.empty();
    }

    private ContainerExec exec() {
        return new ContainerExec(client, getContainerId());
    }

    @Override
    public void stop() {
        guard.close();
        super.stop();
    }
}
