package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RootFS;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.engine.Engine;
import multistage.engine.StandIn;
import multistage.facts.Base;
import multistage.facts.BuildFacts;
import multistage.facts.Config;
import multistage.facts.Content;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.Variant;

/** Reads an image as the engine describes it, its base, and its content. */
final class ImageReader {
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
        Config config = config(inspected.getConfig());
        List<String> layers = layers(inspected);
        List<Base> builtFrom =
                build.bases().stream().flatMap(base -> base(base).stream()).toList();
        return new Image(
                variant,
                engine.facts(),
                inspected.getSize(),
                layers,
                history(name),
                config,
                longestBase(layers, builtFrom),
                builtFrom,
                variant == Variant.MULTI ? Optional.of(content(name)) : Optional.empty(),
                new ExecutableReader(engine).read(variant, name, config));
    }

    /** The longest local image whose layers start these; named as the build named it, where it did. */
    private Optional<Base> longestBase(List<String> layers, List<Base> builtFrom) {
        return Stream.concat(builtFrom.stream(), localBases(layers))
                .filter(base -> startsWith(layers, base.layers()))
                .reduce((one, other) -> other.layers().size() > one.layers().size() ? other : one);
    }

    /** The other local images whose layers start these; runs' own images are none. */
    private Stream<Base> localBases(List<String> layers) {
        if (layers.size() < 2) {
            return Stream.empty();
        }
        return client.listImagesCmd().exec().stream()
                .flatMap(image -> name(image).stream())
                .filter(name -> !engine.isOurs(name))
                .filter(name -> inspect(name)
                        .filter(image -> startsWith(layers, layers(image)))
                        .isPresent())
                .flatMap(name -> base(name).stream());
    }

    /** Its first tag; the digest that it was pulled by, where it has no tag; nothing for one without any name. */
    private static Optional<String> name(com.github.dockerjava.api.model.Image image) {
        return Stream.of(image.getRepoTags(), image.getRepoDigests())
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .filter(name -> !name.contains("<none>"))
                .findFirst();
    }

    private static boolean startsWith(List<String> layers, List<String> first) {
        return !first.isEmpty()
                && first.size() < layers.size()
                && layers.subList(0, first.size()).equals(first);
    }

    private Optional<Base> base(String name) {
        return inspect(name)
                .map(image -> new Base(
                        name,
                        image.getConfig() != null
                                && StandIn.is(name, image.getConfig().getLabels()),
                        layers(image),
                        history(name)));
    }

    private Optional<InspectImageResponse> inspect(String name) {
        try {
            return Optional.of(client.inspectImageCmd(name).exec());
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private List<HistoryEntry> history(String name) {
        List<HistoryEntry> newestFirst = client.imageHistoryCmd(name).exec().stream()
                .map(entry -> new HistoryEntry(
                        Objects.requireNonNullElse(entry.getCreatedBy(), ""),
                        Objects.requireNonNullElse(entry.getSize(), 0L)))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private Content content(String name) {
        try (InputStream archive = client.saveImageCmd(name).exec()) {
            return ImageArchive.read(archive);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive of " + name + " could not be read", e);
        }
    }

    private static List<String> layers(InspectImageResponse inspected) {
        return Optional.ofNullable(inspected.getRootFS()).map(RootFS::getLayers).orElse(List.of());
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
