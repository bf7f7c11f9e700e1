package multistage.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import multistage.facts.EngineFacts;
import multistage.facts.Variant;
import org.awaitility.Awaitility;
import org.testcontainers.BuildKit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.ComparableVersion;

/** The engine that a run uses, open. Closing it removes from it all that the run made, as does the end of the process. */
public final class Engine implements AutoCloseable {
    /** How long an engine may take to answer a ping. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final Duration SEARCH = Duration.ofSeconds(15);
    /** How long the run's threads may take to notice that their containers are gone. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    /** Packets leave with an address to which nobody out there can answer; and no container reaches another. */
    private static final Map<String, String> CLOSED = Map.of(
            "com.docker.network.bridge.enable_ip_masquerade", "false",
            "com.docker.network.bridge.enable_icc", "false");

    /** The first Docker whose own BuildKit knows heredocs. */
    private static final String HEREDOCS = "23";

    private final String run = Leftovers.thisRun();
    private final Watchdog watchdog;
    private final BuildKitTransport transport;
    private final boolean keep;
    private final DockerClient client;
    private final EngineFacts facts;
    private final Leftovers leftovers;
    private final AtomicInteger imageNames = new AtomicInteger();
    private Optional<Network> network = Optional.empty();

    /**
     * Opens the engine that the settings name, else one that Testcontainers finds, and removes what runs that are over left
     * on it.
     *
     * @param keep whether the images stay under the lesson's own names
     * @throws EngineUnavailable when there is none to use
     */
    public static Engine open(boolean keep) {
        requireRyukOff();
        DockerClientFactory testcontainers = DockerClientFactory.instance(); // before any class of ours in its package
        Watchdog watchdog = NamedEngine.in(System.getenv())
                .map(named -> named.reach(SIGN_OF_LIFE))
                .orElseGet(() -> found(testcontainers));
        return watchdog.whileItAnswers(() -> new Engine(testcontainers, watchdog, keep));
    }

    private static Watchdog found(DockerClientFactory testcontainers) {
        try {
            return new TaskGroup("search for an engine")
                    .start(() -> new Watchdog(testcontainers.getTransportConfig(), SIGN_OF_LIFE))
                    .orTimeout(SEARCH.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (RuntimeException none) {
            Path socket = Path.of("/var/run/docker.sock");
            throw new EngineUnavailable(
                    Files.exists(socket) && !Files.isWritable(socket)
                            ? "You may not use " + socket + ": join the group that owns it, which is mostly docker."
                            : "No Docker or Podman engine answers. Start one, name one by DOCKER_HOST,"
                                    + " or have one brought: docker/with-engine mvn test");
        }
    }

    private Engine(DockerClientFactory testcontainers, Watchdog watchdog, boolean keep) {
        this.watchdog = watchdog;
        this.keep = keep;
        this.transport = BuildKit.open(testcontainers, watchdog.engine(), BuildKitTransport::new);
        this.client = testcontainers.client();
        this.facts = read(
                client.versionCmd().exec(),
                testcontainers.getInfo(),
                watchdog.engine().getDockerHost());
        requireHeredocs(facts);
        this.leftovers = new Leftovers(client);
        leftovers.remove(Leftovers::isOver);
        Runtime.getRuntime().addShutdownHook(new Thread(this::processEnds, "remove what this run made"));
    }

    /** Ryuk is not needed, and to fetch its image takes minutes of retries where no registry is in reach. */
    private static void requireRyukOff() {
        if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            throw new EngineUnavailable(
                    "Testcontainers would start Ryuk, a privileged container that is not needed here:"
                            + " set TESTCONTAINERS_RYUK_DISABLED=true in the environment of this run.");
        }
    }

    static EngineFacts read(Version version, Info info, URI address) {
        boolean podman = String.valueOf(version.getComponents()).contains("Podman Engine");
        // the image store of containerd names its snapshotter as the storage driver
        boolean containerd = String.valueOf(info.getDriverStatuses()).contains("io.containerd.snapshotter");
        return new EngineFacts(
                podman ? "Podman" : "Docker",
                version.getVersion(),
                containerd ? "containerd " + info.getDriver() : info.getDriver(),
                address.toString());
    }

    static void requireHeredocs(EngineFacts engine) {
        if (!engine.isPodman() && new ComparableVersion(engine.version()).isLessThan(HEREDOCS)) {
            throw new EngineUnavailable("Docker " + engine.version() + " at " + engine.address()
                    + " is too old to build a Dockerfile with a heredoc: Docker " + HEREDOCS + " or newer is needed.");
        }
    }

    /**
     * Does something with it; ends, by the exception, as soon as the engine is lost, whether or not the work notices.
     *
     * @throws EngineUnavailable when it died, was restarted or hangs
     */
    public <T> T whileItAnswers(Supplier<T> work) {
        return watchdog.whileItAnswers(work);
    }

    public EngineFacts facts() {
        return facts;
    }

    public DockerClient client() {
        return client;
    }

    /** Registers what translates the engine's answer to the build of that image into the format that docker-java reads. */
    public void expectBuild(String image, UnaryOperator<InputStream> translation) {
        transport.expectBuild(image, translation);
    }

    /** From now on the connection of an answer to that build is closed, which ends the build. */
    public void forgetBuild(String image) {
        transport.forgetBuild(image);
    }

    /** A name for one image of that variant: this run gives it to no other, so that many demos can be measured at a time. */
    public String newImageName(Variant variant) {
        return Leftovers.REPOSITORY + variant.word() + "-" + imageNames.incrementAndGet() + ":" + run;
    }

    /** The labels that mark the image of that name as built by this run. */
    public Map<String, String> imageLabels(String name) {
        return keep ? Map.of(Leftovers.IMAGE, name, Leftovers.KEPT, "true") : Map.of(Leftovers.IMAGE, name);
    }

    /** The labels that mark a container as made by this run. */
    public Map<String, String> containerLabels() {
        return Map.of(Leftovers.CONTAINER, run);
    }

    /**
     * The network of a run's containers: one of the run's own, without a way to the internet, where the engine can make one.
     *
     * @param name empty for the engine's usual network
     * @param open why containers may reach the internet all the same; empty where they may not
     */
    public record Network(Optional<String> name, Optional<String> open) {}

    /** The network of this run's containers, made when it is asked for first. */
    public synchronized Network network() {
        if (network.isEmpty()) {
            network = Optional.of(makeNetwork());
        }
        return network.get();
    }

    private Network makeNetwork() {
        // Podman ignores the options, and a service on an internal network cannot be asked
        String why = "Podman makes no network without one that can be asked, by Docker's API";
        try {
            if (!facts.isPodman()) {
                String name = "multistage-" + run;
                Map<String, String> labels = Map.of(Leftovers.NETWORK, run);
                client.createNetworkCmd()
                        .withName(name)
                        .withOptions(CLOSED)
                        .withLabels(labels)
                        .exec();
                return new Network(Optional.of(name), Optional.empty());
            }
        } catch (DockerException refused) {
            why = "the engine makes no network without one: " + SafeLine.of(refused);
        }
        return new Network(Optional.empty(), Optional.of(why));
    }

    /** Lets go of an image of that variant: it is removed, or kept under the lesson's own name if so asked. */
    public void release(Variant variant, String name) {
        if (keep) {
            leftovers.removeKept(variant.lessonName());
            client.tagImageCmd(name, variant.lessonName(), "latest").exec();
        }
        leftovers.removeImage(name);
    }

    /** Removes what the run made. All work on the engine must have ended. */
    @Override
    public void close() {
        try (watchdog) {
            if (!watchdog.isOver()) {
                watchdog.whileItAnswers(() -> leftovers.remove(run::equals));
            }
        }
    }

    /** Looks twice, since the run's threads are still at work. The end of the process hangs up on builds, which ends them. */
    private void processEnds() {
        if (watchdog.isOver()) {
            return;
        }
        try (watchdog) {
            watchdog.whileItAnswers(() -> {
                leftovers.remove(run::equals);
                Awaitility.await().pollDelay(NOTICE).until(() -> true);
                return leftovers.remove(run::equals);
            });
        } catch (EngineUnavailable lost) {
            // the run says so
        }
    }
}
