package multistage.build;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.BuildFacts;
import multistage.facts.Variant;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Builds a demo's images; translates the engine's answers to its builds, which it tells apart by the image's name. */
public final class ImageBuilder {
    private final Path logs;
    private final Duration limit;
    private final BaseImages baseImages = new BaseImages();
    private final Map<String, Attempt> underWay = new ConcurrentHashMap<>();

    /**
     * @param logs the folder for the builds' logs
     * @param limit how long a build may take, pulls apart
     */
    public ImageBuilder(Path logs, Duration limit) {
        this.logs = logs;
        this.limit = limit;
    }

    /** Turns the engine's answer to the build of that image into what docker-java reads. */
    public InputStream translate(String image, InputStream answer) {
        return underWay.get(image).translate(answer);
    }

    /** Builds the image of that variant, pulling what it needs; a failure is told in the facts that it gives. */
    public BuildFacts build(Engine engine, Demo demo, Variant variant) {
        Path dockerfile = demo.dockerfile(variant);
        Path file = logs.resolve(variant.word() + ".log");
        if (!Files.isRegularFile(dockerfile)) {
            String missing = variant + " cannot be built: there is no " + variant.dockerfile() + " in " + demo.folder();
            return notBegun(variant, missing, file);
        }
        String text = Dockerfile.read(dockerfile);
        Instant start = Instant.now();
        try (BuildLog log = new BuildLog(variant.word(), System.out, file)) {
            Set<String> pulled = new HashSet<>();
            while (true) {
                Attempt attempt = attempt(engine, Context.of(demo.folder(), variant.dockerfile()), variant, log);
                Optional<String> missing = attempt.missingImage().filter(pulled::add);
                Optional<String> notPulled =
                        missing.flatMap(image -> baseImages.pull(image, engine.client(), log::line));
                if (missing.isEmpty() || notPulled.isPresent()) {
                    Optional<FailedInstruction> failed =
                            attempt.failedStep().flatMap(step -> FailedInstruction.of(text, step.name()));
                    return new BuildFacts(
                            variant,
                            Dockerfile.shown(text),
                            notPulled.or(() ->
                                    attempt.refusal().map(said -> BuildFailure.explain(variant, failed, said, log))),
                            failed.flatMap(FailedInstruction::line),
                            attempt.bases(),
                            attempt.isCached(),
                            Duration.between(start, Instant.now()),
                            file.toString());
                }
            }
        } catch (ContextRefused refused) {
            String why = variant + " cannot be built: " + refused.getMessage();
            return notBegun(variant, why, file);
        }
    }

    private static BuildFacts notBegun(Variant variant, String why, Path log) {
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

    private Attempt attempt(Engine engine, Context context, Variant variant, BuildLog log) {
        String name = engine.nameOf(variant);
        Attempt attempt = new Attempt(log);
        underWay.put(name, attempt);
        attempt.build(
                new ImageFromDockerfile(name, false)
                        .withFileFromTransferable("the demo's folder", context)
                        .withBuildArgs(Proxies.in(System::getenv))
                        .withBuildImageCmdModifier(build ->
                                build.withDockerfilePath(variant.dockerfile()).withLabels(engine.imageLabels())),
                limit);
        return attempt;
    }
}
