package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.docker.Engine;
import multistage.docker.StandIn;
import multistage.facts.Base;

/** Reads the images that others are built from. */
final class BaseReader {
    private final Engine engine;
    private final DockerClient client;
    private final HistoryReader history;

    BaseReader(Engine engine) {
        this.engine = engine;
        this.client = engine.client();
        this.history = new HistoryReader(client);
    }

    /** The image of that name, if it is local. */
    Optional<Base> read(String name) {
        return inspect(name).map(image -> base(name, image));
    }

    private Base base(String name, InspectImageResponse image) {
        List<String> layers = Layers.of(image);
        boolean standIn =
                image.getConfig() != null && StandIn.is(name, image.getConfig().getLabels());
        return new Base(name, standIn, image.getId(), digest(name, standIn, image), layers, history.read(name, layers));
    }

    /** The containerd store says a digest of what was built here too: no registry knows a stand-in by it. */
    private static Optional<String> digest(String name, boolean standIn, InspectImageResponse image) {
        return standIn || image.getRepoDigests() == null
                ? Optional.empty()
                : RegistryDigest.of(name, image.getRepoDigests());
    }

    /**
     * The longest image whose layers start these; runs' own images are none.
     *
     * @param builtFrom those that the build named, preferred as it names them
     * @param local what the engine has
     */
    Optional<Base> longest(List<String> layers, List<Base> builtFrom, List<Image> local) {
        return Stream.concat(builtFrom.stream(), local(layers, local))
                .filter(base -> startsWith(layers, base.layers()))
                .reduce((one, other) -> other.layers().size() > one.layers().size() ? other : one);
    }

    private Stream<Base> local(List<String> layers, List<Image> local) {
        if (layers.size() < 2) {
            return Stream.empty();
        }
        return local.stream()
                .flatMap(image -> name(image).stream())
                .filter(name -> !engine.isOurs(name))
                .flatMap(name -> inspect(name).stream()
                        .filter(image -> startsWith(layers, Layers.of(image)))
                        .map(image -> base(name, image)));
    }

    /** Its first tag; the digest that it was pulled by, where it has no tag; nothing for one without any name. */
    private static Optional<String> name(Image image) {
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

    private Optional<InspectImageResponse> inspect(String name) {
        try {
            return Optional.of(client.inspectImageCmd(name).exec());
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }
}
