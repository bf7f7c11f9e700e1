package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Statistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import multistage.engine.Engine;
import multistage.engine.EngineWords;
import multistage.facts.BuildFacts;
import multistage.facts.Content;
import multistage.facts.Cut;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Unseen;
import multistage.facts.Variant;
import org.awaitility.Awaitility;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A service that was started and is observed; closing it removes its container. */
final class RunningService implements AutoCloseable {
    /** How much longer than the start limit one may take that still computes then, such as a program that is compiled first. */
    static final Duration MORE_IF_COMPUTING = Duration.ofMinutes(1);

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(20);
    private static final Duration GOES_ON = Duration.ofSeconds(1);
    /** How long an answer may take once the service has given one. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    /** Longer than anything takes that is on its way when the start limit is over. */
    private static final Duration LAST_REQUEST = Duration.ofSeconds(2);

    private static final int LONGEST_ERROR = 1000;

    private static final List<Command> COMMANDS = List.of(
            new Command(Variant.NAIVE, "a Go toolchain", List.of("go", "version")),
            new Command(Variant.NAIVE, "a C compiler", List.of("gcc", "--version")),
            new Command(Variant.NAIVE, "git", List.of("git", "--version")),
            new Command(Variant.NAIVE, "a shell", List.of("sh", "-c", "echo sh runs")),
            new Command(Variant.MULTI, "a shell", List.of("sh", "-c", "echo sh runs")),
            new Command(Variant.MULTI, "a shell", List.of("bash", "-c", "echo bash runs")),
            new Command(Variant.MULTI, "a shell", List.of("busybox", "sh", "-c", "echo busybox runs")));

    /** A command that is tried in a running container of that image, and what its running would show to be there. */
    private record Command(Variant variant, String what, List<String> words) {}

    private final Engine engine;
    private final DockerClient client;
    private final ServiceProbe asker;
    private final BuildFacts build;
    private final ServiceContainer container;
    private final Duration limit;
    private final Instant started = Instant.now();

    private ServiceProbe.Attempt first = ServiceProbe.Attempt.FAILED;
    private Optional<DiskGuard> guard = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Optional<List<Listener>> listeners = Optional.empty();
    private Duration readyAfter = Duration.ZERO;

    private RunningService(
            Engine engine, ServiceProbe asker, BuildFacts build, ServiceContainer container, Duration limit) {
        this.engine = engine;
        this.client = engine.client();
        this.asker = asker;
        this.build = build;
        this.container = container;
        this.limit = limit;
    }

    /** Starts a container; returns when the service answers, when the container has ended, or when the limit is over. */
    static RunningService start(
            Engine engine, ServiceProbe asker, BuildFacts build, ServiceContainer container, Duration limit) {
        RunningService service = new RunningService(engine, asker, build, container, limit);
        container.waitingFor(service.new FirstAnswer());
        try {
            container.start();
        } catch (ContainerLaunchException refused) {
            service.refusal = Optional.of(oneLine(EngineWords.of(refused)));
        }
        service.readyAfter = Duration.between(service.started, Instant.now());
        if (!service.isAnswering() && service.refusal.isEmpty() && container.isRunning()) {
            service.listeners = build.bases().stream()
                    .findFirst()
                    .flatMap(image -> Listener.in(container.getContainerId(), image, engine));
        }
        return service;
    }

    /** Whether it has ever answered. */
    boolean isAnswering() {
        return first.response().isPresent();
    }

    /** What is known so far. */
    ServiceObservation soFar() {
        return observation(List.of(), Optional.empty(), Duration.ZERO);
    }

    /** Probes a service that answered, and asks it again when it has gone on for a second. */
    ServiceObservation goOn() {
        if (!isAnswering()) {
            return soFar();
        }
        Instant answered = started.plus(readyAfter);
        List<Probe> probes = probe();
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .forever()
                .until(() -> Instant.now().isAfter(answered.plus(GOES_ON)));
        Optional<Response> later =
                container.url().flatMap(url -> asker.ask(url, ANSWER_LIMIT).response());
        return observation(probes, later, Duration.between(answered, Instant.now()));
    }

    /** What the image of a service that answered holds, as far as a command inside of its container can list that. */
    Optional<Content> files() {
        return isAnswering()
                ? exec().output(
                                FileInventory.listing(
                                        container.getContainerInfo().getCreated()),
                                FileInventory.LISTING_LIMIT)
                        .flatMap(FileInventory::content)
                : Optional.empty();
    }

    private ContainerExec exec() {
        return new ContainerExec(client, container.getContainerId());
    }

    private List<Probe> probe() {
        ContainerExec exec = exec();
        try (Together together = new Together()) {
            return Together.results(COMMANDS.stream()
                    .filter(command -> command.variant == build.variant())
                    .map(command -> together.start(() -> exec.probe(command.what, command.words)))
                    .toList());
        }
    }

    private ServiceObservation observation(List<Probe> probes, Optional<Response> later, Duration between) {
        Optional<ContainerState> state = Optional.ofNullable(container.getContainerId())
                .map(id -> client.inspectContainerCmd(id).exec().getState());
        boolean running = state.map(ContainerState::getRunning).orElse(false);
        return new ServiceObservation(
                build.variant(),
                first.response(),
                first.silent(),
                readyAfter,
                probes,
                later,
                between,
                listeners,
                running,
                state.filter(ended -> !running)
                        .map(ContainerState::getExitCodeLong)
                        .map(Long::intValue),
                state.map(ContainerState::getOOMKilled).orElse(false),
                guard.map(DiskGuard::isExceeded).orElse(false),
                state.map(ContainerState::getError)
                        .filter(error -> !error.isBlank())
                        .map(RunningService::oneLine)
                        .or(() -> refusal),
                state.map(there -> exec().log()).orElse(List.of()));
    }

    private static String oneLine(String words) {
        return Cut.within(Unseen.blanked(words), LONGEST_ERROR);
    }

    @Override
    public void close() {
        guard.ifPresent(DiskGuard::close);
        container.close();
    }

    /**
     * Waits until the service gives any answer at all, its container ends, or the time is up, and fails in none of these cases:
     * which it was is a fact, and a claim judges it. Testcontainers' own HTTP wait asks once a second and does not see that a
     * container has ended; its default one runs a shell, which a scratch image does not have.
     */
    private final class FirstAnswer extends AbstractWaitStrategy {
        private Optional<Processor> processor = Optional.empty();

        @Override
        protected void waitUntilReady() {
            guard = Optional.of(new DiskGuard(client, container.getContainerId()));
            try {
                Awaitility.await()
                        .dontCatchUncaughtExceptions()
                        .pollInSameThread()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(BETWEEN_REQUESTS)
                        .forever()
                        .until(() -> isAnswered() || !container.isRunning() || isTimeUp());
            } finally {
                processor.ifPresent(Processor::stopWatching);
            }
        }

        private boolean isAnswered() {
            Duration left = limit.minus(elapsed());
            Duration patience = left.compareTo(LAST_REQUEST) > 0 ? left : LAST_REQUEST;
            first = container.url().map(url -> asker.ask(url, patience)).orElse(ServiceProbe.Attempt.FAILED);
            return isAnswering();
        }

        /** The processor is watched from shortly before the limit on, so that most services are started without that. */
        private boolean isTimeUp() {
            if (processor.isEmpty() && elapsed().plus(LAST_REQUEST).compareTo(limit) >= 0) {
                processor =
                        Optional.of(client.statsCmd(container.getContainerId()).exec(new Processor()));
            }
            boolean computing = processor.map(Processor::isUsed).orElse(false);
            return elapsed().compareTo(computing ? limit.plus(MORE_IF_COMPUTING) : limit) >= 0;
        }

        private Duration elapsed() {
            return Duration.between(started, Instant.now());
        }
    }

    /** Whether a container computes, told from the engine's statistics, of which one comes about every second. */
    private static final class Processor extends ResultCallback.Adapter<Statistics> {
        /** As a share of one processor: several containers may have to share it. */
        private static final double USED = 0.1;

        private long nanosUsed = -1;
        private long lastCame;
        private volatile boolean used = true;

        @Override
        public void onNext(Statistics statistics) {
            long nanos = statistics.getCpuStats().getCpuUsage().getTotalUsage();
            long came = System.nanoTime();
            if (nanosUsed >= 0) {
                used = nanos - nanosUsed > USED * (came - lastCame);
            }
            nanosUsed = nanos;
            lastCame = came;
        }

        @Override
        public void onError(Throwable untold) {
            used = false;
        }

        /** Until two statistics can be compared, one must suppose so. */
        boolean isUsed() {
            return used;
        }

        void stopWatching() {
            try {
                close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
