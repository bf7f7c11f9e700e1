package multistage.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
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

    /** How engines refuse to remove a network that another run has removed, or that a container is on. */
    private static final Set<Integer> GONE_OR_USED = Set.of(404, 403, 409);

    /** Removes what these runs made, and nothing else. */
    void remove(Predicate<Run> runs) {
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(CONTAINER)).exec().stream()
                .filter(container -> isOf(runs, container.getLabels().get(CONTAINER)))
                .forEach(container -> removeContainer(container.getId()));
        try (TaskGroup both = new TaskGroup("clean-up")) {
            CompletableFuture<?> networks = both.start(() -> removeNetworks(runs));
            client.listImagesCmd().withLabelFilter(IMAGE).exec().stream()
                    .filter(image -> isOf(runs, runOf(image.getLabels().get(IMAGE))))
                    .flatMap(Leftovers::whatToRemove)
                    .forEach(this::removeImage);
            TaskGroup.result(networks);
        }
    }

    /** Removes what an earlier run kept under that name, lest it stay without one; what a user built so stays. */
    void removeKept(String name) {
        client.listImagesCmd()
                .withReferenceFilter(name)
                .withLabelFilter(KEPT)
                .exec()
                .forEach(kept -> removeImage(name));
    }

    private static boolean isOf(Predicate<Run> runs, String label) {
        return Run.parse(label).filter(runs).isPresent();
    }

    private static String runOf(String image) {
        return image.substring(image.lastIndexOf(':') + 1);
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

    private void removeContainer(String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException | InternalServerErrorException beingRemoved) {
            // Another run clears the same leftover, or Testcontainers does; the engine may say so in any of these ways.
        }
    }

    private Void removeNetworks(Predicate<Run> runs) {
        client.listNetworksCmd().withFilter("label", List.of(NETWORK)).exec().stream()
                .filter(network -> isOf(runs, network.getLabels().get(NETWORK)))
                .forEach(network -> removeNetwork(network.getId()));
        return null;
    }

    private void removeNetwork(String id) {
        try {
            client.removeNetworkCmd(id).exec();
        } catch (DockerException refused) {
            if (!GONE_OR_USED.contains(refused.getHttpStatus())) {
                throw refused;
            }
        }
    }

    /**
     * Removes a name, and the image with its last name; what somebody's container uses stays, and so do the images without a
     * name that it was built upon: on Podman these are the build cache, and another build may be about to go on from one.
     */
    void removeImage(String name) {
        try {
            client.removeImageCmd(name).withNoPrune(true).exec();
        } catch (NotFoundException | ConflictException goneOrUsed) {
            // Another run cleared the same leftover, or a container that is not ours was started from it.
        }
    }
}
