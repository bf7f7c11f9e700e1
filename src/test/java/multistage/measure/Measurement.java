package multistage.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import multistage.demo.Demo;
import multistage.docker.Engine;
import multistage.docker.ImageBuilder;
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
    private final CompletableFuture<ServiceProbe> asker = CompletableFuture.supplyAsync(ServiceProbe::new);

    /** @param startLimit how long a service may take to its first answer; one that still computes then gets more */
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
        try {
            return ofImage(build, name);
        } finally {
            engine.release(variant, name);
        }
    }

    /** While the service runs for its second, the image is read, its files are listed, and a read-only container is tried. */
    private ImageFacts ofImage(BuildFacts build, String name) {
        Variant variant = build.variant();
        try (ServiceContainer service = service(variant, name, false);
                TaskGroup together = new TaskGroup("measuring")) {
            service.start();
            CompletableFuture<Image> reading = together.start(() -> new ImageInspector(engine).read(build, name));
            Optional<CompletableFuture<Service>> restricted = variant == Variant.MULTI && service.isAnswering()
                    ? Optional.of(together.start(() -> runRestricted(name, reading)))
                    : Optional.empty();
            // The multi-stage image may hold no command that lists its files: its content is read instead.
            CompletableFuture<Optional<Inventory>> listed = together.start(
                    () -> variant == Variant.NAIVE ? service.files().map(FileInventory::of) : Optional.empty());
            Service seen = service.observe();
            Image image = TaskGroup.result(reading);
            return new ImageFacts(
                    variant,
                    build,
                    Optional.of(image),
                    Optional.of(Diagnosis.explained(seen, service.refusal(), image)),
                    image.content().map(FileInventory::of).or(() -> TaskGroup.result(listed)),
                    restricted.map(TaskGroup::result));
        }
    }

    private Service runRestricted(String name, CompletableFuture<Image> reading) {
        try (ServiceContainer service = service(Variant.MULTI, name, true)) {
            service.start();
            return Diagnosis.explained(service.observe(), service.refusal(), TaskGroup.result(reading));
        }
    }

    private ServiceContainer service(Variant variant, String name, boolean restricted) {
        return new ServiceContainer(engine, asker.join(), variant, name, restricted, startLimit);
    }
}
