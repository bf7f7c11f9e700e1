package multistage.ci;

import static multistage.page.fixtures.ExampleDocuments.of;
import static multistage.page.fixtures.ExampleDocuments.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import multistage.page.Block;
import multistage.page.Document;
import multistage.page.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepSummaryTest {
    private static final String REST = "… facts.json holds the rest";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("summary.md");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void outsideAJobNothingIsMadeAndNothingWritten(String unset) {
        assertThatCode(() -> new StepSummary(unset)
                        .add(
                                () -> {
                                    throw new AssertionError("made");
                                },
                                REST))
                .doesNotThrowAnyException();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDocumentIsThereWithoutAPictureThatHasNoAddressThere() {
        add(file, saying("heavier"));

        assertThat(file).content().contains("# Answers\n", "heavier").doesNotContain("![", "picture-en.svg", REST);
    }

    @Test
    void whatIsThereStaysAndTheDocumentBeginsALineOfItsOwn() throws IOException {
        Files.writeString(file, "before");

        add(file, saying("heavier"));

        assertThat(file).content().startsWith("before\n# Answers");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("missing").resolve("summary.md");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> add(nowhere, saying("heavier")))
                .withMessage("GITHUB_STEP_SUMMARY names " + nowhere + ", which cannot be written");
    }

    @Test
    void itStaysBelowWhatGitHubTakesHoweverMuchThereIsToTell() throws IOException {
        add(file, of(Collections.nCopies(10_000, new Block.Paragraph(Text.plain("\u00e9|".repeat(58))))));

        assertThat(Files.size(file)).isBetween(1_000_000L, (long) StepSummary.LIMIT);
        assertThat(file).content().contains("# Answers").endsWith("\n" + REST + "\n");
    }

    @Test
    void whereThereIsNoRoomLeftNothingIsAdded() throws IOException {
        String full = "x".repeat(StepSummary.LIMIT - 5);
        Files.writeString(file, full);

        add(file, saying("heavier"));

        assertThat(file).hasContent(full);
    }

    @Test
    void whatFitsToTheByteIsWhole() throws IOException {
        add(file, saying("heavier"));
        long size = Files.size(file);
        Path exact = Files.writeString(folder.resolve("exact.md"), "x".repeat((int) (StepSummary.LIMIT - size)));

        add(exact, saying("heavier"));

        assertThat(Files.size(exact)).isEqualTo(StepSummary.LIMIT);
    }

    private static void add(Path file, Document document) {
        new StepSummary(file.toString()).add(() -> document, REST);
    }
}
