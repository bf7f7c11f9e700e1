package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoRunTest {
    private final RuntimeException refused = new IllegalArgumentException("-Dbuild.seconds=ten is no number");

    @TempDir
    private Path folder;

    @Test
    void whatEarlierRunsOfAnyKindLeftDoesNotPassForItsOwn() throws IOException {
        leave("answers/index.html", "figures.md", "baseline.json", "passed");

        new NoRun(refused, folder, Map.of()).begin();

        assertThat(folder).isDirectoryNotContaining("glob:**/{figures.md,baseline.json,passed}");
        assertThat(folder.resolve("answers/index.html")).doesNotExist();
    }

    @Test
    void itFailsWithWhatWasRefused() {
        NoRun run = new NoRun(refused, folder, Map.of());

        assertThatThrownBy(run::requireMeasured).isSameAs(refused);
    }

    private void leave(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "of an earlier run");
        }
    }
}
