package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.engine.Engine;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed leaves containers and images; the next run removes them, and nothing else. */
class KilledRunIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void theNextRunRemovesWhatAKilledOneLeft(@TempDir Path logs) throws IOException {
        Process run = startARun(logs);
        ImageBuilder builder = new ImageBuilder(logs, LIMIT);
        try (Engine living = Engine.open(builder::translate, false)) {
            DockerClient client = living.client();
            Awaitility.await().atMost(LIMIT).until(() -> !containers(client).isEmpty() || !run.isAlive());
            assertThat(run.isAlive()).as("the run is in its middle").isTrue();

            run.destroyForcibly().onExit().join();
            assertThat(containers(client)).isNotEmpty();
            assertThat(images(client)).isNotEmpty();

            Process next = startARun(logs);
            assertThat(next.onExit().join().exitValue()).isZero();

            assertThat(containers(client)).isEmpty();
            assertThat(images(client)).isEmpty();
        }
    }

    private static Process startARun(Path logs) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        ARun.class.getName(),
                        logs.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<Container> containers(DockerClient client) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of("multistage.container"))
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

    /** A whole run in a process of its own. */
    static final class ARun {
        private ARun() {}

        public static void main(String[] logs) {
            ImageBuilder builder = new ImageBuilder(Path.of(logs[0]), LIMIT);
            try (Engine engine = Engine.open(builder::translate, false)) {
                new Measurement(engine, builder, Duration.ofSeconds(10)).of(Demo.reference());
            }
        }
    }
}
