package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.archive.ArchivedImage;
import multistage.archive.ImageArchive;
import multistage.engine.Engine;
import multistage.facts.Base;
import multistage.facts.BuildFacts;
import multistage.facts.Bytes;
import multistage.facts.Config;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.Variant;

/** Reads an image as the engine describes it, its base, and its content. */
final class ImageReader {
    /** An engine may export for a second per 100 MB without a sign of it, and a silent engine counts as lost. */
    private static final long MOST = 1500 * Bytes.MB;

    private final Engine engine;
    private final DockerClient client;

    ImageReader(Engine engine) {
        this.engine = engine;
        this.client = engine.client();
    }

    Image read(BuildFacts build) {
        Variant variant = build.variant();
        String name = engine.nameOf(variant);
        InspectImageResponse inspected = client.inspectImageCmd(name).exec();
        List<com.github.dockerjava.api.model.Image> local =
                client.listImagesCmd().exec();
        Config config = config(inspected.getConfig());
        List<String> layers = BaseReader.layers(inspected);
        BaseReader bases = new BaseReader(engine);
        List<Base> builtFrom = build.bases().stream()
                .flatMap(base -> bases.read(base).stream())
                .toList();
        List<HistoryEntry> history = new HistoryReader(client).read(name, layers);
        long weight = HistoryEntry.bytes(history);
        Reading<Content> content = Reading.of(
                () -> variant == Variant.MULTI ? Optional.of(content(name, layers, weight)) : Optional.empty());
        Reading<Executable> executable = Reading.of(() -> new ExecutableReader(engine).read(variant, name, config));
        return new Image(
                variant,
                engine.facts(),
                listedSize(name, local).orElse(inspected.getSize()),
                layers,
                history,
                config,
                bases.longest(layers, builtFrom, local),
                builtFrom,
                content.value(),
                content.trouble(),
                executable.value(),
                executable.trouble());
    }

    /** The list of images may say another size than an image's description: on the containerd store it does. */
    private static Optional<Long> listedSize(String name, List<com.github.dockerjava.api.model.Image> local) {
        return local.stream()
                .filter(image -> image.getRepoTags() != null
                        && List.of(image.getRepoTags()).contains(name))
                .map(com.github.dockerjava.api.model.Image::getSize)
                .findFirst();
    }

    private Content content(String name, List<String> layers, long weight) throws IOException {
        if (weight > MOST) {
            throw new IOException("it weighs %s, and of an image no more than %s is read"
                    .formatted(Bytes.human(weight), Bytes.human(MOST)));
        }
        try (InputStream stream = client.saveImageCmd(name).exec()) {
            ArchivedImage image = ImageArchive.read(stream);
            if (!image.layers().equals(layers)) {
                throw new IOException("its archive has other layers than the engine says that it has");
            }
            return image.content();
        }
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
