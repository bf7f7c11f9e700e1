package multistage.answers;

import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.facts.FactsJson;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Judged JUDGED =
            new Judged(good(), List.of(Outcome.held("NaiveImageTest.builds")), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void aRunLeavesItsAnswersInEveryFormAndItsRow() {
        Path page = new Report(folder.resolve("target"), Language.ENGLISH).write(JUDGED);

        assertThat(page).isEqualTo(folder.resolve("target/answers/index.html")).isNotEmptyFile();
        assertThat(page.getParent())
                .isDirectoryContaining("glob:**/answers.md")
                .isDirectoryContaining("glob:**/reponses.md")
                .isDirectoryContaining("glob:**/picture-en.svg")
                .isDirectoryContaining("glob:**/picture-fr.svg");
        assertThat(folder.resolve("target/figures.md")).content().contains("| 1 of 1 |");
    }

    @Test
    void factsJsonHoldsAllThatTheAnswersAreMadeFrom() throws IOException {
        new Report(folder, Language.FRENCH).write(JUDGED);

        Judged read = new FactsJson().read(Files.readString(folder.resolve("answers/facts.json")), Judged.class);

        assertThat(read).isEqualTo(JUDGED);
        assertThat(Rendering.files(read, Language.FRENCH))
                .allSatisfy((name, text) ->
                        assertThat(folder.resolve("answers").resolve(name)).hasContent(text));
    }

    @Test
    void anEarlierRunsFilesAreForgotten() {
        Report report = new Report(folder, Language.ENGLISH);
        report.write(JUDGED);

        report.forget();

        assertThat(folder.resolve("answers")).isEmptyDirectory();
        assertThat(folder.resolve("figures.md")).doesNotExist();
    }
}
