package multistage.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiReportTest {
    @TempDir
    private Path folder;

    @Test
    void whatAnEarlierRunLeftIsGoneBeforeAnythingIsFound() throws IOException {
        Path earlier = Files.writeString(folder.resolve("gl-code-quality-report.json"), "[]");

        new CiReport(folder, Map.of()).begin();

        assertThat(earlier).doesNotExist();
    }

    @Test
    void theReportIsWrittenWhereThereWasNoFolderYet() {
        new CiReport(folder.resolve("target"), Map.of()).tell(List.of());

        assertThat(folder.resolve("target").resolve("gl-code-quality-report.json"))
                .content()
                .isEqualToIgnoringWhitespace("[]");
    }
}
