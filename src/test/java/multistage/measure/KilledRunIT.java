package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import multistage.docker.fixtures.OpenEngine;
import multistage.measure.fixtures.ARun;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed leaves containers and images; the next run removes them, and nothing else. */
class KilledRunIT {
    @Test
    void theNextRunRemovesWhatAKilledOneLeft(@TempDir Path logs) throws IOException {
        Process run = ARun.start(logs, Map.of());
        try (OpenEngine living = OpenEngine.withLogsIn(logs)) {
            DockerClient client = living.engine().client();
            Awaitility.await()
                    .atMost(ARun.LIMIT)
                    .until(() -> !ARun.containers(client).isEmpty() || !run.isAlive());
            assertThat(run.isAlive()).as("the run is in its middle").isTrue();

            run.destroyForcibly().onExit().join();
            assertThat(ARun.containers(client)).isNotEmpty();
            assertThat(images(client)).isNotEmpty();

            Process next = ARun.start(logs, Map.of());
            assertThat(next.onExit().join().exitValue()).isZero();

            assertThat(ARun.containers(client)).isEmpty();
            assertThat(images(client)).isEmpty();
            assertThat(networks(client)).isEmpty();
        }
    }

    private static List<Network> networks(DockerClient client) {
        return client.listNetworksCmd()
                .withFilter("label", List.of("multistage.network"))
                .exec();
    }

    private static List<String> images(DockerClient client) {
        return client.listImagesCmd().exec().stream()
                .map(Image::getRepoTags)
                .flatMap(Stream::ofNullable)
                .flatMap(Arrays::stream)
                .filter(name -> name.startsWith("localhost/multistage/"))
                .toList();
    }
}
