package multistage.build;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import multistage.demo.Demo;
import multistage.demo.StudentFolders;
import multistage.docker.Engine;
import multistage.facts.BuildFacts;
import multistage.facts.Message;
import multistage.facts.Variant;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Builds a demo's images on an engine. */
public final class ImageBuilder {
    private final Engine engine;
    private final Path logs;
    private final Map<Variant, Duration> limits;
    private final PrintStream console;
    private final BaseImages baseImages;
    private final Heredocs heredocs;

    /**
     * @param engine what builds them
     * @param logs the folder for the builds' logs, in a folder for each demo's
     * @param limit how long a build may take, pulls apart
     * @param console where each line of a build shows as it comes
     */
    public ImageBuilder(Engine engine, Path logs, Duration limit, PrintStream console) {
        this(
                engine,
                logs,
                Map.of(Variant.NAIVE, limit, Variant.MULTI, limit),
                console,
                new BaseImages(),
                new Heredocs());
    }

    private ImageBuilder(
            Engine engine,
            Path logs,
            Map<Variant, Duration> limits,
            PrintStream console,
            BaseImages baseImages,
            Heredocs heredocs) {
        this.engine = engine;
        this.logs = logs;
        this.limits = limits;
        this.console = console;
        this.baseImages = baseImages;
        this.heredocs = heredocs;
    }

    /** The same with another limit for that variant; what one pulled the other need not. */
    public ImageBuilder within(Variant variant, Duration otherLimit) {
        Map<Variant, Duration> others = new EnumMap<>(limits);
        others.put(variant, otherLimit);
        return new ImageBuilder(engine, logs, others, console, baseImages, heredocs);
    }

    /** Has an image at hand from which builds start; gives why it is not to be had, if it is not. */
    public Optional<Message> ensure(String image) {
        try {
            engine.client().inspectImageCmd(image).exec();
            return Optional.empty();
        } catch (NotFoundException notLocal) {
            return baseImages.pull(image, engine.client(), line -> {});
        }
    }

    /**
     * Builds the image of that variant, pulling what it needs; a failure is told in the facts that it gives.
     *
     * @param name what the image is to be called, by no other build's name
     */
    public BuildFacts build(Demo demo, Variant variant, String name) {
        Path file = logs.resolve(folder(demo)).resolve(variant.word() + ".log");
        BuildLog.remove(file);
        try {
            Dockerfile dockerfile = Dockerfile.of(DockerfileText.read(demo.dockerfile(variant)));
            Instant start = Instant.now();
            try (BuildLog log = new BuildLog(variant.word(), console, file)) {
                BuildEnd end = pullingWhatIsMissing(log, () -> {
                    Context context = Context.of(demo.folder(), variant.dockerfile());
                    return heredocs.inTurn(engine.facts(), dockerfile, () -> attempt(context, variant, name, log));
                });
                Optional<BuildFailure> failure = BuildFailure.of(variant, dockerfile, end, log);
                return new BuildFacts(
                        variant,
                        dockerfile.shown(),
                        failure.map(BuildFailure::told),
                        failure.flatMap(BuildFailure::line),
                        end.bases(),
                        end.cached(),
                        Duration.between(start, Instant.now()),
                        file.toString());
            }
        } catch (ContextRefused refused) {
            return notBegun(variant, Message.of("%s cannot be built: %s", variant, refused.told()), file);
        }
    }

    /** Of the logs; it is stored and sent elsewhere, as the demo's own, called by whatever name, need not be. */
    private static String folder(Demo demo) {
        return StudentFolders.of(demo.folder().getFileName().toString());
    }

    private static BuildFacts notBegun(Variant variant, Message why, Path log) {
        return new BuildFacts(
                variant,
                List.of(),
                Optional.of(why),
                Optional.empty(),
                List.of(),
                false,
                Duration.ZERO,
                log.toString());
    }

    /** Builds, pulls the image that is missing and builds again, until none is or one is not to be had. */
    private BuildEnd pullingWhatIsMissing(BuildLog log, Supplier<BuildEnd> build) {
        Set<String> pulled = new HashSet<>();
        while (true) {
            BuildEnd end = build.get();
            Optional<String> missing = end.missingImage().filter(pulled::add);
            if (missing.isEmpty()) {
                return end;
            }
            Optional<Message> notPulled = baseImages.pull(missing.get(), engine.client(), log::line);
            if (notPulled.isPresent()) {
                return end.notPulled(notPulled.get());
            }
        }
    }

    private BuildEnd attempt(Context context, Variant variant, String name, BuildLog log) {
        BuildAttempt attempt = new BuildAttempt(log);
        ImageFromDockerfile image = new ImageFromDockerfile(name, false)
                .withFileFromTransferable("the demo's folder", context)
                .withBuildArgs(Proxies.in(System::getenv))
                .withBuildImageCmdModifier(
                        build -> build.withDockerfilePath(variant.dockerfile()).withLabels(engine.imageLabels(name)));
        engine.expectBuild(name, attempt::translate);
        try {
            return attempt.build(image, limits.get(variant));
        } finally {
            engine.forgetBuild(name);
        }
    }
}
