package multistage.answers;

import static multistage.answers.Outcome.Verdict.HELD;
import static multistage.facts.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import multistage.facts.FactsJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void aRunLeavesItsFactsAndItsRow() throws IOException {
        new Report(folder.resolve("target")).write(good(), List.of(new Outcome("NaiveImageTest.builds", HELD, "")));

        assertThat(new FactsJson().read(Files.readString(folder.resolve("target/facts.json"))))
                .isEqualTo(good());
        assertThat(folder.resolve("target/figures.md")).content().contains("| 1 of 1 |");
    }

    @Test
    void anEarlierRunsFilesAreForgotten() {
        Report report = new Report(folder);
        report.write(good(), List.of());

        report.forget();

        assertThat(folder).isEmptyDirectory();
    }
}
