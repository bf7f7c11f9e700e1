package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import multistage.archive.ArchivedImage;
import multistage.docker.Engine;
import multistage.docker.TaskGroup;
import multistage.facts.Base;
import multistage.facts.BuildFacts;
import multistage.facts.Config;
import multistage.facts.Executable;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.Packages;
import multistage.facts.Variant;

/** Reads an image as the engine describes it, its base, and its content. */
final class ImageReader {
    private final Engine engine;
    private final DockerClient client;

    ImageReader(Engine engine) {
        this.engine = engine;
        this.client = engine.client();
    }

    Image read(BuildFacts build, String name) {
        Variant variant = build.variant();
        InspectImageResponse inspected = client.inspectImageCmd(name).exec();
        List<com.github.dockerjava.api.model.Image> local =
                client.listImagesCmd().exec();
        Config config = config(inspected.getConfig());
        List<String> layers = Layers.of(inspected);
        BaseReader bases = new BaseReader(engine);
        List<Base> builtFrom = build.bases().stream()
                .flatMap(base -> bases.read(base).stream())
                .toList();
        List<HistoryEntry> history = new HistoryReader(client).read(name, layers);
        Optional<Base> base = bases.longest(layers, builtFrom, local);
        try (ImageFiles files = ImageFiles.of(engine, name);
                TaskGroup together = new TaskGroup("measuring")) {
            // A list of packages that cannot be read counts as none.
            CompletableFuture<Reading<Packages>> packages =
                    together.start(() -> Reading.of(() -> new PackagesReader(engine).read(files, base)));
            CompletableFuture<Reading<Executable>> program =
                    together.start(() -> Reading.of(() -> ExecutableReader.read(variant, files, config)));
            Reading<ArchivedImage> archived = Reading.of(() -> variant == Variant.MULTI
                    ? Optional.of(new ExportReader(client).read(name, layers, HistoryEntry.bytes(history)))
                    : Optional.empty());
            Reading<Executable> executable = TaskGroup.result(program);
            return new Image(
                    variant,
                    engine.facts(),
                    listedSize(name, local).orElse(inspected.getSize()),
                    layers,
                    history,
                    config,
                    base,
                    builtFrom,
                    archived.value().map(ArchivedImage::content),
                    archived.trouble(),
                    archived.value().flatMap(ArchivedImage::packedBytes),
                    TaskGroup.result(packages).value(),
                    executable.value(),
                    executable.trouble());
        }
    }

    /** The list of images may say another size than an image's description: on the containerd store it does. */
    private static Optional<Long> listedSize(String name, List<com.github.dockerjava.api.model.Image> local) {
        return local.stream()
                .filter(image -> image.getRepoTags() != null
                        && List.of(image.getRepoTags()).contains(name))
                .map(com.github.dockerjava.api.model.Image::getSize)
                .findFirst();
    }

    private static Config config(ContainerConfig config) {
        return new Config(
                list(config.getEntrypoint()),
                list(config.getCmd()),
                Stream.ofNullable(config.getExposedPorts())
                        .flatMap(Arrays::stream)
                        .map(ExposedPort::toString)
                        .sorted()
                        .toList(),
                Objects.requireNonNullElse(config.getUser(), ""),
                list(config.getEnv()),
                Objects.requireNonNullElse(config.getWorkingDir(), ""));
    }

    private static List<String> list(String[] values) {
        return values == null ? List.of() : List.of(values);
    }
}
