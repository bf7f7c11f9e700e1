package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import multistage.build.fixtures.OpenEngine;
import multistage.demo.Demo;
import multistage.facts.BuildFacts;
import multistage.facts.Variant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds that fail, on a real engine: be it at a step or before the first, the line is found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailedLineIT {
    @AutoClose
    private OpenEngine open;

    @BeforeAll
    void open(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
    }

    @ParameterizedTest
    @CsvSource({"base-that-is-not, 3", "missing-source, 6", "misspelt-stage, 28", "misspelt-instruction, 29"})
    void aBuildFailsAtALine(String name, int line) {
        Demo demo = new Demo(name, Path.of("src", "test", "resources", "wrong-demos", name));

        BuildFacts build = open.build(demo, Variant.MULTI, open.engine().newImageName(Variant.MULTI));

        assertThat(build.failure()).isPresent();
        assertThat(build.failedAt()).contains(line);
    }
}
