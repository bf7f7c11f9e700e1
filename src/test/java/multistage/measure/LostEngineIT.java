package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import multistage.docker.fixtures.OpenEngine;
import multistage.docker.fixtures.Relay;
import multistage.measure.fixtures.ARun;
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

    @AutoClose
    private OpenEngine open;

    private Set<String> before;

    @BeforeAll
    void openTheEngine(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
        before = open.all();
    }

    @ParameterizedTest
    @CsvSource({"HANGS, /build?", "DIES, /get", "RESTARTS, /start"})
    void aRunThatLosesItsEngineEndsWithinAMinuteAndSaysSo(Relay.Trouble trouble, String moment, @TempDir Path folder)
            throws IOException, InterruptedException {
        URI address = URI.create(open.engine().facts().address());
        assumeThat(address.getScheme()).as("troubles are made at a socket").isEqualTo("unix");
        try (Relay relay = new Relay(Path.of(address.getPath()), folder.resolve("engine.sock"), moment, trouble)) {
            Process run = ARun.start(folder, Map.of("DOCKER_HOST", relay.address()));

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
        assertThat(open.all()).as("what it left").isNotEqualTo(before);

        theNextRunLeavesNothing(folder);
    }

    @Test
    void anInterruptedRunRemovesWhatItMade(@TempDir Path folder) throws IOException {
        inTheMiddle(folder).destroy();

        Awaitility.await()
                .atMost(ARun.LIMIT)
                .untilAsserted(() -> assertThat(open.all()).isEqualTo(before));
    }

    private Process inTheMiddle(Path folder) throws IOException {
        Process run = ARun.start(folder, Map.of());
        Awaitility.await().atMost(ARun.LIMIT).until(() -> aContainerIsThere() || !run.isAlive());
        assertThat(run.isAlive()).as("the run is in its middle").isTrue();
        return run;
    }

    private boolean aContainerIsThere() {
        return !open.engine()
                .client()
                .listContainersCmd()
                .withLabelFilter(List.of("multistage.container"))
                .exec()
                .isEmpty();
    }

    private void theNextRunLeavesNothing(Path folder) throws IOException {
        Process next = ARun.start(Files.createDirectory(folder.resolve("next")), Map.of());

        assertThat(next.onExit().join().exitValue()).isZero();
        assertThat(open.all()).isEqualTo(before);
    }
}
