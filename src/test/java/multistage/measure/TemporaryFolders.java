package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerConfig;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import multistage.facts.Message;

/**
 * Where a container may write, a little, in memory: {@code /tmp}, and what its image declares as volumes, which an engine
 * would otherwise make on its disk, without a limit and filled with what the image holds there.
 */
final class TemporaryFolders {
    /** How much fits into each; an engine takes MiB, which {@link multistage.facts.Bytes} has not. */
    static final int MEBIBYTES = 16;

    private static final String OPTIONS = "rw,noexec,nosuid,nodev,size=" + MEBIBYTES + "m";
    /** An engine would be long silent on thousands. */
    private static final int MOST_VOLUMES = 20;

    private TemporaryFolders() {}

    /** By path, as an engine takes them, for a service. */
    static Map<String, String> ofService(DockerClient client, String image) throws IOException {
        Map<String, String> folders = new TreeMap<>(insteadOfVolumes(client, image));
        folders.put("/tmp", OPTIONS);
        return folders;
    }

    /**
     * By path, those in place of the image's volumes.
     *
     * @throws IOException when there are too many
     */
    static Map<String, String> insteadOfVolumes(DockerClient client, String image) throws IOException {
        Set<String> volumes = Optional.ofNullable(
                        client.inspectImageCmd(image).exec().getConfig())
                .map(ContainerConfig::getVolumes)
                .<Set<String>>map(Map::keySet)
                .orElse(Set.of());
        if (volumes.size() > MOST_VOLUMES) {
            throw new Unreadable(Message.of(
                    "its image declares %s volumes, and no container of one with more than %s is made",
                    volumes.size(), MOST_VOLUMES));
        }
        Map<String, String> folders = new TreeMap<>();
        volumes.forEach(path -> folders.put(path, OPTIONS));
        return folders;
    }
}
