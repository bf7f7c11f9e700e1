package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import multistage.docker.EngineWords;
import multistage.docker.TaskGroup;
import multistage.facts.Content;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Variant;
import org.awaitility.Awaitility;
import org.testcontainers.containers.ContainerLaunchException;

/** A service that was started and is observed; closing it removes its container. */
final class ServiceRun implements AutoCloseable {
    private static final Duration GOES_ON = Duration.ofSeconds(1);
    /** How long an answer may take once the service has given one. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final DockerClient client;
    private final ServiceClient asker;
    private final ServiceContainer container;
    private final Ran started;
    private final Instant answered;

    private ServiceRun(
            DockerClient client, ServiceClient asker, ServiceContainer container, Ran started, Instant answered) {
        this.client = client;
        this.asker = asker;
        this.container = container;
        this.started = started;
        this.answered = answered;
    }

    /** Starts a container; returns when the service answers, when the container has ended, or when the limit is over. */
    static ServiceRun start(
            DockerClient client, ServiceClient asker, Variant variant, ServiceContainer container, Duration limit) {
        Instant start = Instant.now();
        AnyAnswer first = new AnyAnswer(asker, container::url, limit);
        container.waitingFor(first);
        try {
            container.start();
            Instant answered = Instant.now();
            Ran started = Ran.started(variant, first.asked(), Duration.between(start, answered));
            return new ServiceRun(client, asker, container, started, answered);
        } catch (ContainerLaunchException refused) {
            Ran ran = Ran.refused(variant, EngineWords.of(refused), Duration.between(start, Instant.now()));
            return new ServiceRun(client, asker, container, ran, Instant.now());
        }
    }

    /** Whether it has ever answered. */
    boolean isAnswering() {
        return started.answer().isPresent();
    }

    /** What is known so far, and how the container stands. */
    Ran soFar() {
        return ended(started);
    }

    /** Probes a service that answered, and asks it again when it has gone on for a second. */
    Ran goOn() {
        if (!isAnswering()) {
            return soFar();
        }
        List<Probe> probes = probe();
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .forever()
                .until(() -> Instant.now().isAfter(answered.plus(GOES_ON)));
        Optional<Response> later =
                container.url().flatMap(url -> asker.ask(url, ANSWER_LIMIT).response());
        return ended(started.wentOn(probes, later, Duration.between(answered, Instant.now())));
    }

    /** What the container of a service that answered holds, as far as a command inside of it can list that. */
    Optional<Content> files() {
        return isAnswering()
                ? new Exec(client, container.getContainerId())
                        .output(FileListing.COMMAND, FileListing.SIZE_LIMIT)
                        .flatMap(FileListing::parse)
                : Optional.empty();
    }

    private Ran ended(Ran ran) {
        String id = container.getContainerId();
        return id == null
                ? ran
                : ran.ended(
                        Ran.End.of(client.inspectContainerCmd(id).exec().getState()), new LogReader(client).read(id));
    }

    private List<Probe> probe() {
        Exec exec = new Exec(client, container.getContainerId());
        try (TaskGroup together = new TaskGroup("measuring")) {
            return Arrays.stream(Probes.values())
                    .filter(probe -> probe.variant == started.variant())
                    .map(probe -> together.start(() -> exec.run(probe)))
                    .toList()
                    .stream()
                    .map(TaskGroup::result)
                    .toList();
        }
    }

    @Override
    public void close() {
        container.close();
    }
}
