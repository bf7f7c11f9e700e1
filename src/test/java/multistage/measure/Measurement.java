package multistage.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.docker.Engine;
import multistage.docker.TaskGroup;
import multistage.facts.BuildFacts;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.facts.Inventory;
import multistage.facts.Provenance;
import multistage.facts.Service;
import multistage.facts.Variant;

/** Measures a demo whole, on one engine: both images at the same time, and of each what can be had at the same time. */
public final class Measurement {
    private final Engine engine;
    private final ImageBuilder builder;
    private final Duration startLimit;
    /** Made while the images build: an HTTP client takes a moment that a container would otherwise wait for. */
    private final CompletableFuture<ServiceClient> asker = CompletableFuture.supplyAsync(ServiceClient::new);

    /** @param startLimit how long a service may take to its first answer */
    public Measurement(Engine engine, ImageBuilder builder, Duration startLimit) {
        this.engine = engine;
        this.builder = builder;
        this.startLimit = startLimit;
    }

    /** All that can be measured of a demo; what fails on the way is a fact like the others. Its images are gone then. */
    public Facts of(Demo demo) {
        Instant measured = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (TaskGroup together = new TaskGroup("measuring")) {
            CompletableFuture<Optional<String>> commit = together.start(() -> Checkout.commit(Path.of("")));
            together.start(engine::network); // which containers need, while the builds are under way
            CompletableFuture<ImageFacts> naive = together.start(() -> of(demo, Variant.NAIVE));
            CompletableFuture<ImageFacts> multi = together.start(() -> of(demo, Variant.MULTI));
            return new Facts(
                    demo.name(),
                    new Provenance(measured, TaskGroup.result(commit)),
                    engine.facts(),
                    TaskGroup.result(naive),
                    TaskGroup.result(multi));
        }
    }

    private ImageFacts of(Demo demo, Variant variant) {
        String name = engine.newImageName(variant);
        BuildFacts build = builder.build(demo, variant, name);
        if (build.failure().isPresent()) {
            return new ImageFacts(
                    variant, build, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        ImageFacts facts = ofImage(build, name);
        engine.release(variant, name);
        return facts;
    }

    /**
     * The image is read, its files are listed, and its service is tried read-only, in the second for which the service has
     * to go on.
     */
    private ImageFacts ofImage(BuildFacts build, String name) {
        Variant variant = build.variant();
        try (ServiceRun service = start(variant, name, false);
                TaskGroup together = new TaskGroup("measuring")) {
            CompletableFuture<Image> reading = together.start(() -> new ImageReader(engine).read(build, name));
            Optional<CompletableFuture<Ran>> readOnly = variant == Variant.MULTI && service.isAnswering()
                    ? Optional.of(together.start(() -> runUnprivileged(name)))
                    : Optional.empty();
            CompletableFuture<Optional<Inventory>> listed = together.start(() -> listed(variant, service));
            Ran ran = service.goOn();
            Image image = TaskGroup.result(reading);
            return new ImageFacts(
                    variant,
                    build,
                    Optional.of(image),
                    Optional.of(explain(ran, image)),
                    image.content().map(Counting::of).or(() -> TaskGroup.result(listed)),
                    readOnly.map(TaskGroup::result).map(restricted -> explain(restricted, image)));
        }
    }

    /** From inside of the naive image's container: of the multi-stage image, which may have no such command, the content is read. */
    private static Optional<Inventory> listed(Variant variant, ServiceRun service) {
        return variant == Variant.NAIVE ? service.files().map(Counting::of) : Optional.empty();
    }

    private Ran runUnprivileged(String name) {
        try (ServiceRun service = start(Variant.MULTI, name, true)) {
            return service.soFar();
        }
    }

    private ServiceRun start(Variant variant, String name, boolean unprivileged) {
        ServiceContainer container = new ServiceContainer(name, engine, unprivileged);
        return ServiceRun.start(engine.client(), asker.join(), variant, container, startLimit);
    }

    private static Service explain(Ran ran, Image image) {
        return ran.explained(Diagnosis.of(ran, image));
    }
}
