package multistage.engine;

import com.github.dockerjava.api.DockerClient;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import multistage.facts.EngineFacts;
import multistage.facts.Variant;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.BuildKit;
import org.testcontainers.DockerClientFactory;

/** The engine that a run uses, open. Closing it removes from it all that the run made, as does the end of the process. */
public final class Engine implements AutoCloseable {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    /** How long the work under way may take to notice that the process is ending. */
    private static final Duration WIND_DOWN = Duration.ofSeconds(10);
    /** How long an engine may take to notice that a build was cut. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    private final Heartbeat heartbeat;
    private final DockerClient client;
    private final EngineFacts facts;
    private final Session session;
    private final Leftovers leftovers;
    private final Builds builds;
    private final boolean keep;
    private final AtomicInteger imageNames = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::windDown, "remove what this run made");
    private volatile boolean ending;
    private Optional<ContainerNetwork> network = Optional.empty();

    private Engine(
            Heartbeat heartbeat, DockerClient client, EngineFacts facts, Session session, Builds builds, boolean keep) {
        this.heartbeat = heartbeat;
        this.client = client;
        this.facts = facts;
        this.session = session;
        this.leftovers = new Leftovers(client, session);
        this.builds = builds;
        this.keep = keep;
    }

    /**
     * Opens the engine that is named, or the first that answers in a usual place, and removes what runs that are over left
     * on it.
     *
     * @param translation turns the name of an image and the engine's answer to its build into what docker-java reads
     * @param keep whether the images stay under the lesson's own names
     * @throws EngineMissing when there is none to use
     */
    public static Engine open(BiFunction<String, InputStream, InputStream> translation, boolean keep) {
        Address address = new EngineFinder(SIGN_OF_LIFE).find(Addresses.named(), Addresses.usualPlaces());
        Heartbeat heartbeat = Heartbeat.of(address, Heartbeat.Limits.USUAL);
        try {
            return heartbeat.whileItBeats(() -> open(address, heartbeat, translation, keep));
        } catch (RuntimeException failed) {
            heartbeat.close();
            throw failed;
        }
    }

    private static Engine open(
            Address address,
            Heartbeat heartbeat,
            BiFunction<String, InputStream, InputStream> translation,
            boolean keep) {
        DockerClientFactory testcontainers = DockerClientFactory.instance();
        Builds builds = new Builds(translation);
        DockerClient client = BuildKit.open(
                testcontainers, address.transport(), builds, transport -> new WatchedTransport(transport, heartbeat));
        EngineFacts facts = EngineReader.read(client.versionCmd().exec(), testcontainers.getInfo(), address);
        EngineReader.requireHeredocs(facts);
        Ryuk.requireOffOrLocal(client, System.getenv(Ryuk.SWITCH));
        testcontainers.client();
        Engine engine = new Engine(heartbeat, client, facts, Session.begin(), builds, keep);
        engine.leftovers.removeOfRunsThatAreOver();
        Runtime.getRuntime().addShutdownHook(engine.atExit);
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
        requireOpen();
        return keep ? session.keptImageLabels(name) : session.imageLabels(name);
    }

    /** The labels that mark a container as made by this run; none is made any more when the process is ending. */
    public Map<String, String> containerLabels() {
        requireOpen();
        return session.containerLabels();
    }

    /** The network of this run's containers, made when it is asked for first. */
    public synchronized ContainerNetwork network() {
        requireOpen();
        if (network.isEmpty()) {
            String name = "multistage-" + session.id();
            network = Optional.of(ContainerNetwork.make(client, facts, name, session.networkLabels()));
        }
        return network.get();
    }

    private void requireOpen() {
        if (ending) {
            throw new IllegalStateException("the run was interrupted");
        }
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
            if (!heartbeat.isLost()) {
                heartbeat.whileItBeats(this::removeOwn);
            }
        } finally {
            heartbeat.close();
            end();
        }
    }

    private Void removeOwn() {
        boolean cut = builds.end();
        leftovers.removeOwn();
        if (cut) {
            removeWhatACutBuildStillMakes();
        }
        return null;
    }

    private void end() {
        session.close();
        closed.countDown();
        if (!ending) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    /** The process is ending: lets nothing begin, and does not wait for an engine that is lost. */
    private void windDown() {
        ending = true;
        if (heartbeat.isLost()) {
            return;
        }
        try {
            heartbeat.whileItBeats(this::endWhatIsUnderWay);
        } catch (EngineLost gone) {
            return; // the next run removes what this one left
        }
    }

    /** Ends what is under way, and waits for its owner to close the engine. */
    private Void endWhatIsUnderWay() {
        boolean cut = builds.end();
        try {
            leftovers.removeOwnContainers();
        } finally {
            waitForClose();
        }
        if (cut) {
            removeWhatACutBuildStillMakes();
        }
        return null;
    }

    private void waitForClose() {
        try {
            Awaitility.await().dontCatchUncaughtExceptions().atMost(WIND_DOWN).until(() -> closed.getCount() == 0);
        } catch (ConditionTimeoutException stuck) {
            leftovers.removeOwn();
        }
    }

    /** The engine takes a moment to notice that nobody listens to a build any more, and may end it with an image. */
    private void removeWhatACutBuildStillMakes() {
        Instant noticed = Instant.now().plus(NOTICE);
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .forever()
                .pollDelay(NOTICE.dividedBy(4))
                .pollInterval(NOTICE.dividedBy(4))
                .until(() -> {
                    leftovers.removeOwn();
                    return Instant.now().isAfter(noticed);
                });
    }
}
