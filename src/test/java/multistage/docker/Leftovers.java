package multistage.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What runs leave on an engine, known by labels. Containers have a label that only a run gives them: one that a user starts
 * from a kept image inherits the image's labels, and stays. Of an image only the name that a run gave it is removed; an image
 * that an ended build left without a name goes by its id, never by force.
 */
record Leftovers(DockerClient client) {
    /** The registry that is none: such a name is never pulled, pushed or prefixed. */
    static final String REPOSITORY = "localhost/multistage/";
    /** On a container: the run that started it. */
    static final String CONTAINER = "multistage.container";
    /** On a network: the run that made it. */
    static final String NETWORK = "multistage.network";
    /** On an image: the name that a run gave it. So two that are built alike are two images. */
    static final String IMAGE = "multistage.image";
    /** On an image that is to stay. */
    static final String KEPT = "multistage.kept";

    /** How engines refuse to remove what is used, or what another run or Testcontainers is removing: the next run tries again. */
    private static final Set<Integer> USED_OR_GONE = Set.of(403, 404, 409, 500);

    /** Removes what these runs made, and nothing else. */
    Void remove(Predicate<Run> runs) {
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(CONTAINER)).exec().stream()
                .filter(container -> Run.isOneOf(runs, container.getLabels().get(CONTAINER)))
                .map(container -> client.removeContainerCmd(container.getId()))
                .forEach(remove -> unlessUsed(
                        () -> remove.withForce(true).withRemoveVolumes(true).exec()));
        try (TaskGroup both = new TaskGroup("clean-up")) {
            CompletableFuture<Void> images = both.start(() -> removeImages(runs));
            client.listNetworksCmd().withFilter("label", List.of(NETWORK)).exec().stream()
                    .filter(network -> Run.isOneOf(runs, network.getLabels().get(NETWORK)))
                    .forEach(network -> unlessUsed(client.removeNetworkCmd(network.getId())::exec));
            return TaskGroup.result(images);
        }
    }

    private Void removeImages(Predicate<Run> runs) {
        client.listImagesCmd().withLabelFilter(IMAGE).exec().stream()
                .filter(image -> Run.isOneOf(runs, image.getLabels().get(IMAGE).replaceFirst(".*:", "")))
                .flatMap(Leftovers::whatToRemove)
                .forEach(this::removeImage);
        return null;
    }

    /** The name that a run gave it; the id of one without any name, unless it may be built from a kept one. */
    private static Stream<String> whatToRemove(Image image) {
        Map<String, String> labels = image.getLabels();
        List<String> names = Stream.ofNullable(image.getRepoTags())
                .flatMap(Arrays::stream)
                .filter(name -> !name.equals("<none>:<none>"))
                .toList();
        return names.isEmpty() && !labels.containsKey(KEPT)
                ? Stream.of(image.getId())
                : names.stream().filter(labels.get(IMAGE)::equals);
    }

    /** Removes what an earlier run kept under that name, lest it stay without one; what a user built so stays. */
    void removeKept(String name) {
        client.listImagesCmd()
                .withReferenceFilter(name)
                .withLabelFilter(KEPT)
                .exec()
                .forEach(kept -> removeImage(name));
    }

    /** Removes a name, and the image with its last one; not what it was built upon, which on Podman is the build cache. */
    void removeImage(String name) {
        unlessUsed(client.removeImageCmd(name).withNoPrune(true)::exec);
    }

    private static void unlessUsed(Runnable removal) {
        try {
            removal.run();
        } catch (DockerException refused) {
            if (!USED_OR_GONE.contains(refused.getHttpStatus())) {
                throw refused;
            }
        }
    }
}
