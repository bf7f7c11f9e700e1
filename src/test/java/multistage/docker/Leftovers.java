package multistage.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Image;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What runs leave on an engine, known by labels that name a run by its process. Containers have a label that only a run gives them: one that a user starts
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

    /** When the process started, its number, and where processes have these numbers. */
    private static final Pattern RUN = Pattern.compile("([0-9]{1,15})-([0-9]{1,15})-([0-9a-f]{8})");
    /** Starts are told a little differently when the machine's clock is set meanwhile. */
    private static final long SAME_START_MILLIS = 10_000;
    /** After a day a run of another place, whose processes cannot be seen from here, counts as over. */
    private static final long FOREIGN_MILLIS = 24 * 60 * 60 * 1000;

    /** How engines refuse to remove what is used, or what another run or Testcontainers is removing: the next run tries again. */
    private static final Set<Integer> USED_OR_GONE = Set.of(403, 404, 409, 500);

    /** The run of this process, as labels name it. */
    static String thisRun() {
        ProcessHandle process = ProcessHandle.current();
        return startOf(process, System.currentTimeMillis()) + "-" + process.pid() + "-" + place();
    }

    /** Whether a label names a run whose process has ended. */
    static boolean isOver(String label) {
        Matcher run = RUN.matcher(label);
        if (!run.matches()) {
            return false;
        }
        long start = Long.parseLong(run.group(1));
        return run.group(3).equals(place())
                ? ProcessHandle.of(Long.parseLong(run.group(2))).stream()
                        .noneMatch(process -> Math.abs(startOf(process, start) - start) < SAME_START_MILLIS)
                : System.currentTimeMillis() - start > FOREIGN_MILLIS;
    }

    private static long startOf(ProcessHandle process, long unknown) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(unknown);
    }

    /** This user, this host, this namespace of processes: containers may have one host name and use one engine. */
    private static String place() {
        String place = System.getProperty("user.name");
        Path namespace = Path.of("/proc/self/ns/pid"); // on Linux
        try {
            place += Files.exists(namespace) ? Files.readSymbolicLink(namespace) : "";
            place += InetAddress.getLocalHost().getHostName();
        } catch (IOException withoutAddress) {
            place += withoutAddress.getMessage().split(":")[0]; // the host's name
        }
        return HexFormat.of().toHexDigits(place.hashCode());
    }

    /** Removes what these runs made, and nothing else. */
    Void remove(Predicate<String> runs) {
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(CONTAINER)).exec().stream()
                .filter(container -> runs.test(container.getLabels().get(CONTAINER)))
                .map(container -> client.removeContainerCmd(container.getId()))
                .forEach(remove -> unlessUsed(
                        () -> remove.withForce(true).withRemoveVolumes(true).exec()));
        try (TaskGroup both = new TaskGroup("clean-up")) {
            CompletableFuture<Void> images = both.start(() -> removeImages(runs));
            client.listNetworksCmd().withFilter("label", List.of(NETWORK)).exec().stream()
                    .filter(network -> runs.test(network.getLabels().get(NETWORK)))
                    .forEach(network -> unlessUsed(client.removeNetworkCmd(network.getId())::exec));
            return TaskGroup.result(images);
        }
    }

    private Void removeImages(Predicate<String> runs) {
        client.listImagesCmd().withLabelFilter(IMAGE).exec().stream()
                .filter(image -> runs.test(image.getLabels().get(IMAGE).replaceFirst(".*:", "")))
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
