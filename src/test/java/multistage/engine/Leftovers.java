package multistage.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * What runs leave on an engine. Containers are known by a label that only a run gives them: one that a user starts from a
 * kept image inherits the image's labels, and stays. Of an image only the name that a run gave it is removed, so that what
 * it is called besides stays; an image that a cut build left without any name goes by its id, never by force.
 */
final class Leftovers {
    /** The registry that is none: such a name is never pulled, pushed or prefixed. */
    static final String REPOSITORY = "localhost/multistage/";

    /** After that long a run of another host, whose lock cannot be seen from here, counts as over. */
    private static final Duration FOREIGN = Duration.ofDays(1);

    /** How long an engine may take to remove containers. */
    private static final Duration GONE = Duration.ofSeconds(10);

    /** How engines refuse to remove a network that another run has removed, or that a container is on. */
    private static final Set<Integer> GONE_OR_USED = Set.of(404, 403, 409);

    private final DockerClient client;
    private final Session session;

    Leftovers(DockerClient client, Session session) {
        this.client = client;
        this.session = session;
    }

    /** Removes what this run made. */
    void removeOwn() {
        removeOwnContainers();
        CompletableFuture<Void> networks = CompletableFuture.runAsync(
                () -> removeNetworks(this::isOwn), DaemonThread.named("removing a run's network"));
        removeImages(this::isOwn);
        DaemonThread.result(networks);
    }

    /** Removes the containers that this run made; returns when they are gone, whoever else is removing them as well. */
    void removeOwnContainers() {
        Awaitility.await("the engine removes this run's containers")
                .dontCatchUncaughtExceptions()
                .atMost(GONE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> removeContainers(this::isOwn) == 0);
    }

    /** Removes what runs that are over left; what a living run uses, on this host or another, is left alone. */
    void removeOfRunsThatAreOver() {
        removeContainers(this::isOver);
        removeNetworks(this::isOver);
        removeImages(this::isOver);
    }

    /** Removes what an earlier run kept under that name, lest it stay without one; what a user built so stays. */
    void removeKept(String name) {
        client.listImagesCmd()
                .withReferenceFilter(name)
                .withLabelFilter(RunLabels.KEPT)
                .exec()
                .forEach(kept -> removeImage(name));
    }

    private boolean isOwn(String id, String host) {
        return session.id().equals(id);
    }

    private boolean isOver(String id, String host) {
        return session.host().equals(host)
                ? session.isOver(id)
                : Session.began(id) < Instant.now().minus(FOREIGN).getEpochSecond();
    }

    /** Gives how many there were. */
    private int removeContainers(BiPredicate<String, String> idAndHost) {
        List<Container> found =
                client
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(RunLabels.CONTAINER))
                        .exec()
                        .stream()
                        .filter(container -> idAndHost.test(
                                container.getLabels().get(RunLabels.CONTAINER),
                                container.getLabels().get(RunLabels.HOST)))
                        .toList();
        found.forEach(this::remove);
        return found.size();
    }

    /** One that a container of somebody else's was put on stays until that has gone. */
    private void removeNetworks(BiPredicate<String, String> idAndHost) {
        client.listNetworksCmd().withFilter("label", List.of(RunLabels.NETWORK)).exec().stream()
                .filter(network -> idAndHost.test(
                        network.getLabels().get(RunLabels.NETWORK),
                        network.getLabels().get(RunLabels.HOST)))
                .forEach(network -> removeNetwork(network.getId()));
    }

    private void removeImages(BiPredicate<String, String> idAndHost) {
        client.listImagesCmd().withLabelFilter(RunLabels.IMAGE).exec().stream()
                .filter(image -> idAndHost.test(
                        image.getLabels().get(RunLabels.IMAGE),
                        image.getLabels().get(RunLabels.HOST)))
                .flatMap(Leftovers::whatToRemove)
                .forEach(this::removeImage);
    }

    /** The names that a run gave it; the id of one without any name, unless it may be built from a kept one. */
    private static Stream<String> whatToRemove(Image image) {
        Map<String, String> labels = image.getLabels();
        List<String> names = Stream.ofNullable(image.getRepoTags())
                .flatMap(Arrays::stream)
                .filter(name -> !name.equals("<none>:<none>"))
                .toList();
        return names.isEmpty() && !labels.containsKey(RunLabels.KEPT)
                ? Stream.of(image.getId())
                : names.stream()
                        .filter(name ->
                                name.startsWith(REPOSITORY) && name.endsWith(":" + labels.get(RunLabels.IMAGE)));
    }

    private void remove(Container container) {
        try {
            client.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException | InternalServerErrorException beingRemoved) {
            // Somebody else is at it: another run clearing the same leftover, or Testcontainers at the end of this
            // one; when two are, the engine may say so in any of these ways.
        }
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
