package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import multistage.demo.Demo;
import multistage.facts.BuildFacts;
import multistage.facts.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of builds that are not begun, or that nobody waits for: no engine is asked for these. */
class ImageBuilderTest {
    @TempDir
    private Path folder;

    private ImageBuilder builder;

    @BeforeEach
    void aBuilder() {
        builder = new ImageBuilder(
                null, folder.resolve("logs"), Duration.ofMinutes(1), new PrintStream(OutputStream.nullOutputStream()));
    }

    @Test
    void ofABuildThatIsNotBegunThereIsNoLogOfAnEarlierRun() throws IOException {
        Path log = folder.resolve("logs").resolve("demo").resolve("multi.log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "#1 DONE 0.1s");

        BuildFacts build = build();

        assertThat(build.failure().orElseThrow().english())
                .startsWith("the multi-stage image cannot be built: there is no Dockerfile-multi in demo");
        assertThat(build.log()).isEqualTo(log.toString());
        assertThat(log).doesNotExist();
    }

    @Test
    void aFirstRunLeavesNoneEither() {
        assertThat(Path.of(build().log())).doesNotExist();
    }

    private BuildFacts build() {
        return builder.build(new Demo("a demo", folder.resolve("demo")), Variant.MULTI, "an/image:tag");
    }
}
