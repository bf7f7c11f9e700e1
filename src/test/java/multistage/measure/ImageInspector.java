package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RootFS;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.ImageHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.docker.Engine;
import multistage.docker.ImageName;
import multistage.docker.SafeLine;
import multistage.docker.TaskGroup;
import multistage.facts.Base;
import multistage.facts.BuildFacts;
import multistage.facts.Config;
import multistage.facts.Executable;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Packages;
import multistage.facts.Variant;
import org.apache.commons.io.function.IOSupplier;

/** Reads an image: what the engine tells of it and of its base, what it holds, and its program. */
final class ImageInspector {
    private static final Pattern TAG_AND_DIGEST = Pattern.compile("(?::[^/:@]*)?(?:@.*)?$");

    private final Engine engine;
    private final DockerClient client;

    ImageInspector(Engine engine) {
        this.engine = engine;
        this.client = engine.client();
    }

    /** What came of reading something that may be anybody's: it is there, it is not, or it cannot be read. */
    private record Reading<T>(Optional<T> value, Optional<Message> trouble) {
        static <T> Reading<T> of(IOSupplier<Optional<T>> source) {
            try {
                return new Reading<>(source.get(), Optional.empty());
            } catch (NotMeasured unreadable) {
                return new Reading<>(Optional.empty(), Optional.of(unreadable.told()));
            } catch (IOException | DockerException refused) {
                return new Reading<>(
                        Optional.empty(), Optional.of(Message.of("the engine says: %s", SafeLine.of(refused))));
            }
        }
    }

    /** @param name the image that was built */
    Image read(BuildFacts build, String name) {
        Variant variant = build.variant();
        InspectImageResponse inspected = client.inspectImageCmd(name).exec();
        // the containerd store lists an image with another size than it describes it
        long listedSize = client.listImagesCmd().exec().stream()
                .filter(image -> list(image.getRepoTags()).contains(name))
                .findFirst()
                .map(com.github.dockerjava.api.model.Image::getSize)
                .orElse(inspected.getSize());
        Config config = config(inspected.getConfig());
        List<String> layers = layers(inspected);
        List<HistoryEntry> history = history(name, layers);
        List<Base> builtFrom = build.bases().stream()
                .flatMap(base -> inspect(base).map(image -> base(base, image)).stream())
                .toList();
        // one base may be built upon another
        Optional<Base> base = builtFrom.stream()
                .filter(lower -> startsWith(layers, lower.layers()))
                .max(Comparator.comparingInt(lower -> lower.layers().size()));
        // where no base is known, none has changed; a list of packages that cannot be read counts as none
        CompletableFuture<Reading<Packages>> packages = new TaskGroup("reading packages")
                .start(() -> Reading.of(() -> {
                    Optional<String> list = debianList(name);
                    Optional<String> below = list.isPresent() && base.isPresent()
                            ? debianList(base.get().id())
                            : list;
                    return list.map(own -> DebianPackages.since(below.orElse(""), own));
                }));
        Reading<ImageContents> contents = Reading.of(() -> variant == Variant.MULTI
                ? Optional.of(ImageContents.of(client, name, layers, HistoryEntry.bytes(history)))
                : Optional.empty());
        Reading<Executable> program = Reading.of(() -> {
            try (ContainerFiles files = new ContainerFiles(engine, name)) {
                return ProgramFinder.find(
                        variant, config, files, contents.value().orElse(ImageContents.NONE));
            }
        });
        return new Image(
                variant,
                engine.facts(),
                listedSize,
                layers,
                history,
                config,
                base,
                builtFrom,
                contents.value().map(ImageContents::content),
                contents.trouble(),
                contents.value().flatMap(ImageContents::packedBytes),
                TaskGroup.result(packages).value(),
                program.value(),
                program.trouble());
    }

    private Optional<String> debianList(String image) throws IOException {
        try (ContainerFiles files = new ContainerFiles(engine, image)) {
            return files.read(DebianPackages.LIST).map(file -> new String(file.bytes(), StandardCharsets.US_ASCII));
        }
    }

    private static Config config(ContainerConfig config) {
        Stream<ExposedPort> ports = Stream.ofNullable(config.getExposedPorts()).flatMap(Arrays::stream);
        return new Config(
                list(config.getEntrypoint()),
                list(config.getCmd()),
                ports.map(ExposedPort::toString).sorted().toList(),
                Objects.requireNonNullElse(config.getUser(), ""),
                list(config.getEnv()),
                Objects.requireNonNullElse(config.getWorkingDir(), ""));
    }

    private static List<String> list(String[] values) {
        return values == null ? List.of() : List.of(values);
    }

    private static List<String> layers(InspectImageResponse image) {
        return Optional.ofNullable(image.getRootFS()).map(RootFS::getLayers).orElse(List.of());
    }

    /** Oldest entry first; engines list the newest first. */
    private List<HistoryEntry> history(String image, List<String> layers) {
        List<ImageHistory> entries =
                new ArrayList<>(client.imageHistoryCmd(image).exec());
        Collections.reverse(entries);
        return LayerHistory.of(
                entries.stream()
                        .map(entry -> new HistoryEntry(
                                Objects.requireNonNullElse(entry.getCreatedBy(), ""),
                                Objects.requireNonNullElse(entry.getSize(), 0L),
                                Optional.empty())),
                layers);
    }

    /** What is built from a stand-in inherits the label, which tells the official image's name, but not the name. */
    static boolean isStandIn(String name, Map<String, String> labels) {
        String official = labels == null ? null : labels.get("multistage.stand-in");
        return official != null && (name.equals(official) || name.endsWith("/" + official));
    }

    private Base base(String name, InspectImageResponse image) {
        List<String> layers = layers(image);
        boolean standIn =
                image.getConfig() != null && isStandIn(name, image.getConfig().getLabels());
        // the containerd store tells a digest of what was built here too: no registry knows a stand-in by it
        Optional<String> digest = standIn || image.getRepoDigests() == null
                ? Optional.empty()
                : registryDigest(name, image.getRepoDigests());
        return new Base(name, standIn, image.getId(), digest, layers, history(name, layers));
    }

    /** The digest with which an image came from the repository of that name, of {@code REPOSITORY@DIGEST} that the engine lists. */
    static Optional<String> registryDigest(String name, List<String> digests) {
        String repository =
                TAG_AND_DIGEST.matcher(ImageName.withoutDockerHub(name)).replaceFirst("@");
        return digests.stream()
                .map(ImageName::withoutDockerHub)
                .filter(digest -> digest.startsWith(repository))
                .map(digest -> digest.substring(repository.length()))
                .findFirst();
    }

    private static boolean startsWith(List<String> layers, List<String> first) {
        return !first.isEmpty()
                && first.size() < layers.size()
                && layers.subList(0, first.size()).equals(first);
    }

    private Optional<InspectImageResponse> inspect(String name) {
        try {
            return Optional.of(client.inspectImageCmd(name).exec());
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }
}
