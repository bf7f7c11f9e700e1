package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.noLayer;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static multistage.outcome.Outcome.Verdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Text;
import multistage.words.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepSummaryTest {
    private static final Judged JUDGED = new Judged(
            good(),
            List.of(new Outcome("NaiveImageTest.builds", FAILED, Message.verbatim("no"))),
            Optional.of(whatIf()));

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
    void outsideAJobNothingIsWritten(String unset) {
        assertThatCode(() -> new StepSummary(unset).add(JUDGED, Language.ENGLISH, List.of()))
                .doesNotThrowAnyException();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theAnswersAreThereWithoutAPictureThatHasNoAddressThere() {
        new StepSummary(file.toString()).add(JUDGED, Language.FRENCH, List.of());

        assertThat(file)
                .content()
                .contains("# Multi-stage builds\u00a0: les réponses de référence\n")
                .doesNotContain("![", "picture-fr.svg");
    }

    @Test
    void whatIsToBeReadFirstStandsBeforeTheFirstChapter() {
        Section changes = new Section("changes", "Changes", List.of(new Block.Paragraph(Text.plain("heavier"))));

        new StepSummary(file.toString()).add(JUDGED, Language.ENGLISH, List.of(changes));

        assertThat(file)
                .content()
                .containsSubsequence("# Multi-stage builds", "## Changes\n\nheavier\n", "## The naive approach");
    }

    @Test
    void whatIsThereStaysAndTheAnswersBeginALineOfTheirOwn() throws IOException {
        Files.writeString(file, "before");

        new StepSummary(file.toString()).add(JUDGED, Language.ENGLISH, List.of());

        assertThat(file).content().startsWith("before\n# Multi-stage builds");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("missing").resolve("summary.md");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new StepSummary(nowhere.toString()).add(JUDGED, Language.ENGLISH, List.of()))
                .withMessage("GITHUB_STEP_SUMMARY names " + nowhere + ", which cannot be written");
    }

    @Test
    void itStaysBelowWhatGitHubTakesHoweverMuchThereIsToTell() throws IOException {
        new StepSummary(file.toString()).add(hostile(), Language.ENGLISH, List.of());

        assertThat(Files.size(file)).isBetween(1_000_000L, (long) StepSummary.LIMIT);
        assertThat(file).content().endsWith("\n… facts.json holds the rest\n").contains("## The naive approach");
    }

    @Test
    void whereThereIsNoRoomLeftNothingIsAdded() throws IOException {
        String full = "x".repeat(StepSummary.LIMIT - 5);
        Files.writeString(file, full);

        new StepSummary(file.toString()).add(JUDGED, Language.ENGLISH, List.of());

        assertThat(file).hasContent(full);
    }

    @Test
    void whatFitsToTheByteIsWhole() throws IOException {
        new StepSummary(file.toString()).add(JUDGED, Language.ENGLISH, List.of());
        long size = Files.size(file);
        Path exact = Files.writeString(folder.resolve("exact.md"), "x".repeat((int) (StepSummary.LIMIT - size)));

        new StepSummary(exact.toString()).add(JUDGED, Language.ENGLISH, List.of());

        assertThat(Files.size(exact)).isEqualTo(StepSummary.LIMIT);
    }

    /** Of an image that somebody made with this in mind: instructions that add nothing are as many as one likes. */
    private static Judged hostile() {
        String instruction = "ENV " + "\u00e9|".repeat(58);
        Facts facts = changed(good(), naive(image(with("history", Collections.nCopies(10_000, noLayer(instruction))))));
        return new Judged(
                facts,
                List.of(new Outcome("NaiveImageTest.builds", FAILED, Message.verbatim("*".repeat(1_000_000)))),
                Optional.empty());
    }
}
