package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.model.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import multistage.docker.fixtures.OpenEngine;
import multistage.docker.fixtures.Relay;
import multistage.measure.fixtures.ARun;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine that is lost in the middle of a run, at a build, at a start or at a read: the run ends soon and says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostEngineIT {
    private static final long SECONDS = 60;
    private static final Map<String, Pattern> MOMENTS = Map.of(
            "building an image", Pattern.compile("POST /[^ ]*/build\\?"),
            "starting a container", Pattern.compile("POST /[^ ]*/containers/[^ ]*/start"),
            "reading an image", Pattern.compile("GET /[^ ]*/images/[^ ]*/get"));

    @AutoClose
    private OpenEngine open;

    @BeforeAll
    void openTheEngine(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
    }

    @ParameterizedTest
    @EnumSource
    void theRunEndsWithinAMinuteAndSaysSoAndTheNextIsClean(Relay.Trouble trouble, @TempDir Path folder)
            throws IOException, InterruptedException {
        URI address = URI.create(open.engine().facts().address());
        assumeThat(address.getScheme()).as("troubles are made at a socket").isEqualTo("unix");

        List<LosingRun> runs = MOMENTS.entrySet().stream()
                .map(moment ->
                        new LosingRun(Path.of(address.getPath()), moment.getKey(), moment.getValue(), trouble, folder))
                .toList();
        Instant end = Instant.now().plusSeconds(SECONDS);
        try {
            for (LosingRun run : runs) {
                run.endsWithTheReasonBefore(end);
            }
        } finally {
            runs.forEach(LosingRun::close);
        }

        Process next = ARun.start(Files.createDirectory(folder.resolve("next")), Map.of());
        assertThat(next.onExit().join().exitValue()).isZero();
        assertThat(ARun.containers(open.engine().client())).isEmpty();
        assertThat(images()).isEmpty();
    }

    private List<Image> images() {
        return open.engine()
                .client()
                .listImagesCmd()
                .withLabelFilter("multistage.image")
                .exec();
    }

    /** A run that has begun, on an engine that it will lose. */
    private static final class LosingRun {
        private final String moment;
        private final Path folder;
        private final Relay relay;
        private final Process process;

        LosingRun(Path engine, String moment, Pattern request, Relay.Trouble trouble, Path parent) {
            this.moment = moment;
            try {
                this.folder = Files.createDirectory(parent.resolve(moment.replace(" ", "-")));
                Path socket = folder.resolve("engine.sock");
                this.relay = new Relay(engine, socket, request, trouble);
                this.process = ARun.start(folder, Map.of("DOCKER_HOST", "unix://" + socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void endsWithTheReasonBefore(Instant end) throws IOException, InterruptedException {
            assertThat(process.waitFor(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS))
                    .as("the run that loses the engine at %s ends within %d s", moment, SECONDS)
                    .isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(Files.readString(folder.resolve("output")))
                    .containsPattern(
                            "EngineLost: The engine at unix:\\S+ was lost in the middle of the run, while .*" + moment);
        }

        void close() {
            process.destroyForcibly();
            relay.close();
        }
    }
}
