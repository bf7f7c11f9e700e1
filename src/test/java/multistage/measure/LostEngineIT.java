package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.docker.fixtures.Relay;
import multistage.facts.Facts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are killed, interrupted or lose their engine end soon; what they leave, the next run removes, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostEngineIT {
    private static final long SECONDS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @AutoClose
    private OpenEngine open;

    private DockerClient client;
    private Set<String> before;

    @BeforeAll
    void openTheEngine(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
        client = open.engine().client();
        before = all();
    }

    @ParameterizedTest
    @CsvSource({"HANGS, /build?", "DIES, /get", "RESTARTS, /start"})
    void aRunThatLosesItsEngineEndsWithinAMinuteAndSaysSo(Relay.Trouble trouble, String moment, @TempDir Path folder)
            throws IOException, InterruptedException {
        URI address = URI.create(open.engine().facts().address());
        assumeThat(address.getScheme()).as("troubles are made at a socket").isEqualTo("unix");
        try (Relay relay = new Relay(Path.of(address.getPath()), folder.resolve("engine.sock"), moment, trouble)) {
            Process run = start(folder, Map.of("DOCKER_HOST", relay.address()));

            assertThat(run.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("the run has ended")
                    .isTrue();
            assertThat(run.exitValue()).isNotZero();
            assertThat(folder.resolve("output")).content().containsOnlyOnce("was lost in the middle of the run");
        }
        theNextRunLeavesNothing(folder);
    }

    @Test
    void whatAKilledRunLeftTheNextRemoves(@TempDir Path folder) throws IOException {
        Process run = inTheMiddle(folder);
        run.destroyForcibly().onExit().join();
        assertThat(all()).as("what it left").isNotEqualTo(before);

        theNextRunLeavesNothing(folder);
    }

    @Test
    void anInterruptedRunRemovesWhatItMade(@TempDir Path folder) throws IOException {
        inTheMiddle(folder).destroy();

        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(all()).isEqualTo(before));
    }

    private Process inTheMiddle(Path folder) throws IOException {
        Process run = start(folder, Map.of());
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> !client.listContainersCmd()
                                .withLabelFilter(List.of("multistage.container"))
                                .exec()
                                .isEmpty()
                        || !run.isAlive());
        assertThat(run.isAlive()).as("the run is in its middle").isTrue();
        return run;
    }

    private void theNextRunLeavesNothing(Path folder) throws IOException {
        Process next = start(Files.createDirectory(folder.resolve("next")), Map.of());

        assertThat(next.onExit().join().exitValue()).isZero();
        assertThat(all()).isEqualTo(before);
    }

    /** All containers, networks and images of the engine. */
    private Set<String> all() {
        return Stream.of(
                        client.listContainersCmd().withShowAll(true).exec().stream()
                                .map(Container::getId),
                        client.listNetworksCmd().exec().stream().map(Network::getId),
                        client.listImagesCmd().exec().stream().map(Image::getId))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    /** A whole run on the reference demo, in a process of its own; what it prints goes to {@code output} in that folder. */
    private static Process start(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Run.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        run.environment().putAll(environment);
        return run.start();
    }

    static final class Run {
        public static void main(String[] logs) {
            try (OpenEngine open = OpenEngine.withLogsIn(Path.of(logs[0]))) {
                Measurement measurement = new Measurement(open.engine(), open.builder(), Duration.ofSeconds(10));
                Facts facts = open.engine().whileItAnswers(() -> measurement.of(Demo.reference()));
                // these throw where an image was not built or its service never answered
                facts.naive().answeringService();
                facts.multi().answeringService();
            }
        }
    }
}
