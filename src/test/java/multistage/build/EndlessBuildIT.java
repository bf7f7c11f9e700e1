package multistage.build;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import multistage.build.fixtures.OpenEngine;
import multistage.demo.Demo;
import multistage.facts.BuildFacts;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A build that never ends, on a real engine: it is hung up on, since to wait for its end would be to wait for ever. */
class EndlessBuildIT {

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void itIsEndedAtItsLimitAndSaysSo(@TempDir Path logs) {
        Demo endless = new Demo("endless", Path.of("src", "test", "resources", "wrong-demos", "build-that-never-ends"));
        try (OpenEngine open = OpenEngine.withLogsIn(logs)) {
            ImageBuilder builder = open.builder().within(Variant.MULTI, Duration.ofSeconds(3));
            String name = open.engine().newImageName(Variant.MULTI);
            BuildFacts build = builder.build(endless, Variant.MULTI, name);

            assertThat(build.failure().orElseThrow().english())
                    .startsWith("the multi-stage image does not build: it was not done within its limit of 3 s")
                    .contains("and was ended in the middle of ", "RUN echo waiting; sleep 600; -Dbuild.seconds=N")
                    .contains("RUN echo waiting; sleep 600");
            assertThat(build.took()).isLessThan(Duration.ofSeconds(30));
        }
    }
}
