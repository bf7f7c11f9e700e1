package multistage.docker;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import multistage.demo.Demo;
import multistage.demo.StudentFolders;
import multistage.facts.Amount;
import multistage.facts.BuildFacts;
import multistage.facts.Instruction;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Variant;
import org.apache.commons.io.IOUtils;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Builds a demo's images on an engine, and pulls what they are built from. */
public final class ImageBuilder {
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(30);
    private static final Pattern USER = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", Pattern.DOTALL);

    /**
     * Podman keeps what a heredoc holds in a file that is named after its end word alone: two builds at a time read each other's
     * (seen with 5.4.2), and so take turns.
     */
    private static final Object PODMANS_HEREDOCS = new Object();

    private final Engine engine;
    private final Path logs;
    private final Duration limit;
    private final PrintStream console;

    /** Each image is pulled once in a run, whoever needs it. */
    private final Map<String, Optional<Pull.Failure>> pulls = new ConcurrentHashMap<>();

    /**
     * @param engine what builds them
     * @param logs the folder for the builds' logs, in a folder for each demo's
     * @param limit how long a build may take, pulls apart
     * @param console where builds show as they go: the lesson's whole, and of others what takes long and what fails
     */
    public ImageBuilder(Engine engine, Path logs, Duration limit, PrintStream console) {
        this.engine = engine;
        this.logs = logs;
        this.limit = limit;
        this.console = console;
    }

    /** Has an image at hand from which builds start; gives why it is not to be had, if it is not. */
    public Optional<Message> ensure(String image) {
        try {
            engine.client().inspectImageCmd(image).exec();
            return Optional.empty();
        } catch (NotFoundException notLocal) {
            return pull(image, line -> {}).map(Pull.Failure::why);
        }
    }

    /**
     * Builds the image of that variant, pulling what it needs; a failure is told in the facts that it gives.
     *
     * @param name what the image is to be called, by no other build's name
     */
    public BuildFacts build(Demo demo, Variant variant, String name) {
        Path file = logs.resolve(StudentFolders.of(demo.folder().getFileName().toString()))
                .resolve(variant.word() + ".log");
        Instant start = Instant.now();
        boolean lessons = demo.folder().equals(Demo.reference().folder());
        List<Instruction> shown = List.of();
        Optional<BuildFailure> failure;
        try (BuildLog log = new BuildLog(file, variant.word(), console, lessons)) {
            try {
                Dockerfile dockerfile = Dockerfile.read(demo.dockerfile(variant));
                shown = dockerfile.shown();
                synchronized (engine.facts().isPodman() && dockerfile.hasHeredoc() ? PODMANS_HEREDOCS : new Object()) {
                    failure = buildAndPullMissingImages(demo, variant, dockerfile, name, log, file);
                }
            } catch (NotMeasured refused) {
                Message why = Message.of("%s cannot be built: %s", variant, refused.told());
                failure = Optional.of(new BuildFailure(why, Optional.empty(), false));
            }
            return new BuildFacts(
                    variant,
                    shown,
                    failure.map(BuildFailure::told),
                    failure.flatMap(BuildFailure::line),
                    failure.filter(BuildFailure::outside).isPresent(),
                    log.bases(),
                    failure.isEmpty() && log.cached(),
                    Duration.between(start, Instant.now()),
                    file.toString());
        }
    }

    /** Builds, pulls the image that is missing and builds again, until none is or one is not to be had. */
    private Optional<BuildFailure> buildAndPullMissingImages(
            Demo demo, Variant variant, Dockerfile dockerfile, String name, BuildLog log, Path file) {
        BuildContext context =
                new BuildContext(demo.folder(), variant.dockerfile(), dockerfile.withoutOptionalSecrets());
        Set<String> pulled = new HashSet<>();
        while (true) {
            Optional<Message> refusal = attempt(context, variant, name, log);
            Optional<String> missing = refusal.map(Message::english)
                    .flatMap(words -> ImageName.missingIn(words, log.failedStep()))
                    .filter(pulled::add);
            Optional<Pull.Failure> notPulled = missing.flatMap(image -> pull(image, log::line));
            if (missing.isEmpty() || notPulled.isPresent()) {
                return refusal.map(said -> BuildFailure.of(said, notPulled, variant, dockerfile, log, file));
            }
        }
    }

    /** Builds once; gives why there is no image, if there is none. */
    private Optional<Message> attempt(BuildContext context, Variant variant, String name, BuildLog log) {
        log.begin();
        ImageFromDockerfile image = new ImageFromDockerfile(name, false)
                .withFileFromTransferable("the demo's folder", context)
                .withBuildArgs(proxies(System.getenv()))
                .withBuildImageCmdModifier(
                        build -> build.withDockerfilePath(variant.dockerfile()).withLabels(engine.imageLabels(name)));
        CompletableFuture<InputStream> answer = new CompletableFuture<>();
        engine.expectBuild(name, stream -> {
            answer.complete(stream);
            return new BuildAnswer(stream, log);
        });
        CompletableFuture<String> building = new TaskGroup("building an image").start(image::get);
        try {
            await().dontCatchUncaughtExceptions()
                    .atMost(limit)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        log.showWhatTakesLong();
                        return building.isDone();
                    });
            building.join();
            return Optional.empty();
        } catch (ConditionTimeoutException late) {
            return Optional.of(Message.of(
                    "it was not done within its limit of %s and was ended in the middle of %s; -Dbuild.seconds=N sets another limit",
                    Amount.seconds(limit), SafeLine.of(log.stepUnderWay().orElse("…"))));
        } catch (CompletionException refused) {
            // an engine may answer first to what was cut
            return Optional.of(
                    refused.getCause() instanceof NotMeasured changed
                            ? changed.told()
                            : Message.verbatim(log.error().orElseGet(() -> SafeLine.of(refused.getCause()))));
        } finally {
            engine.forgetBuild(name);
            // an engine ends a build when nobody listens to it any more, be it that its answer is yet to begin
            answer.thenAccept(IOUtils::closeQuietly);
        }
    }

    private Optional<Pull.Failure> pull(String image, Consumer<String> log) {
        return pulls.computeIfAbsent(image, it -> Pull.of(it, engine.client(), WITHOUT_PROGRESS, log));
    }

    /**
     * The proxy settings that a build is given, as the docker command can give them. A build may be anybody's, so it is not told
     * the user and password that a proxy's URL may hold.
     */
    static Map<String, String> proxies(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().matches("(?:https?|no)_proxy|(?:HTTPS?|NO)_PROXY"))
                .filter(variable -> !variable.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        variable -> USER.matcher(variable.getValue()).replaceFirst("$1")));
    }
}
