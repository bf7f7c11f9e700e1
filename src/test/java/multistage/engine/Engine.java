package multistage.engine;

import com.github.dockerjava.api.DockerClient;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import multistage.facts.EngineFacts;
import multistage.facts.Variant;
import org.testcontainers.BuildKit;
import org.testcontainers.DockerClientFactory;

/** The engine that a run uses, open. Closing it removes from it all that the run made, as does the end of the process. */
public final class Engine implements AutoCloseable {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final Heartbeat heartbeat;
    private final DockerClient client;
    private final EngineFacts facts;
    private final Session session;
    private final Builds builds;
    private final RunLabels labels;
    private final Leftovers leftovers;
    private final WindDown windDown;
    private final boolean keep;
    private final AtomicInteger imageNames = new AtomicInteger();
    private Optional<ContainerNetwork> network = Optional.empty();

    private Engine(
            Heartbeat heartbeat, DockerClient client, EngineFacts facts, Session session, Builds builds, boolean keep) {
        this.heartbeat = heartbeat;
        this.client = client;
        this.facts = facts;
        this.session = session;
        this.builds = builds;
        this.labels = RunLabels.of(session);
        this.leftovers = new Leftovers(client, session);
        this.windDown = new WindDown(heartbeat, builds, leftovers);
        this.keep = keep;
    }

    /**
     * Opens the engine that is named, or the first that answers in a usual place, and removes what runs that are over left
     * on it.
     *
     * @param keep whether the images stay under the lesson's own names
     * @throws EngineMissing when there is none to use
     */
    public static Engine open(boolean keep) {
        Address address = new EngineFinder(SIGN_OF_LIFE).find(Addresses.named(), Addresses.usualPlaces());
        Heartbeat heartbeat = Heartbeat.of(address, Heartbeat.Limits.USUAL);
        try {
            return heartbeat.whileItBeats(() -> open(address, heartbeat, keep));
        } catch (RuntimeException failed) {
            heartbeat.close();
            throw failed;
        }
    }

    private static Engine open(Address address, Heartbeat heartbeat, boolean keep) {
        DockerClientFactory testcontainers = DockerClientFactory.instance();
        Builds builds = new Builds();
        DockerClient client = BuildKit.open(
                testcontainers,
                address.transport(),
                transport -> new BuildKitTransport(new WatchedTransport(transport, heartbeat), builds));
        EngineFacts facts = EngineReader.read(client.versionCmd().exec(), testcontainers.getInfo(), address);
        EngineReader.requireHeredocs(facts);
        Ryuk.requireOffOrLocal(client, System.getenv(Ryuk.SWITCH));
        testcontainers.client();
        Engine engine = new Engine(heartbeat, client, facts, Session.begin(), builds, keep);
        engine.leftovers.removeOfRunsThatAreOver();
        engine.windDown.atExit();
        return engine;
    }

    /**
     * Does something with it; ends, by the exception, as soon as the engine is lost, whether or not the work notices.
     *
     * @throws EngineLost when it died, was restarted or hangs
     */
    public <T> T whileItAnswers(Supplier<T> work) {
        return heartbeat.whileItBeats(work);
    }

    /** What it is. */
    public EngineFacts facts() {
        return facts;
    }

    /** Has the engine's answer to the build of the image of that name read through this, which makes of it what docker-java reads. */
    public void expectBuild(String image, UnaryOperator<InputStream> translation) {
        builds.expect(image, translation);
    }

    /** From now on an answer to that build is hung up on, which ends the build. */
    public void forgetBuild(String image) {
        builds.forget(image);
    }

    /** A client of it. */
    public DockerClient client() {
        return client;
    }

    /** A name for one image of that variant: this run gives it to no other, so that many demos can be measured at a time. */
    public String newImageName(Variant variant) {
        return Leftovers.REPOSITORY + variant.word() + "-" + imageNames.incrementAndGet() + ":" + session.id();
    }

    /** Whether an image of that name is a run's own: this one's or another's. */
    public boolean isOurs(String image) {
        return image.startsWith(Leftovers.REPOSITORY);
    }

    /** The labels that mark the image of that name as built by this run; none is built any more when the process is ending. */
    public Map<String, String> imageLabels(String name) {
        windDown.requireNotBegun();
        return keep ? labels.ofKeptImage(name) : labels.ofImage(name);
    }

    /** The labels that mark a container as made by this run; none is made any more when the process is ending. */
    public Map<String, String> containerLabels() {
        windDown.requireNotBegun();
        return labels.ofContainer();
    }

    /** The network of this run's containers, made when it is asked for first. */
    public synchronized ContainerNetwork network() {
        windDown.requireNotBegun();
        if (network.isEmpty()) {
            String name = "multistage-" + session.id();
            network = Optional.of(ContainerNetwork.make(client, facts, name, labels.ofNetwork()));
        }
        return network.get();
    }

    /** Lets go of an image of that variant: it is removed, or kept under the lesson's own name if so asked. */
    public void release(Variant variant, String name) {
        if (keep) {
            leftovers.removeKept(variant.lessonName());
            client.tagImageCmd(name, variant.lessonName(), "latest").exec();
        }
        leftovers.removeImage(name);
    }

    /** Removes what the run made, if the engine is still there. All work on the engine must have ended. */
    @Override
    public void close() {
        try {
            windDown.removeAll();
        } finally {
            heartbeat.close();
            session.close();
            windDown.done();
        }
    }
}
