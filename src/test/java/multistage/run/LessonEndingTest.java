package multistage.run;

import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.ci.fixtures.GitHubRunner;
import multistage.facts.Message;
import multistage.outcome.Outcome;
import multistage.words.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonEndingTest {
    private static final Outcome HELD = Outcome.held("NaiveImageTest.builds");
    private static final Outcome FAILED =
            Outcome.failed("NaiveImageTest.exposesItsPortAndRunsHelloworld", Message.verbatim("another port"));
    private static final BaselineOutcome NO_BASELINE = new BaselineOutcome(Optional.empty(), Optional.empty(), false);

    @TempDir
    private Path folder;

    private final PrintStream out = System.out;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void leave() {
        System.setOut(out);
    }

    @Test
    void theAnswersAreLeftInTheFolderAndOnTheJobsPage() {
        tell(false, HELD, FAILED);

        assertThat(folder.resolve("answers").resolve("answers.md")).content().contains("another port");
        assertThat(folder.resolve("job.md")).content().contains("another port").doesNotContain("picture-en.svg");
    }

    @Test
    void onGitHubWhatFailedStandsBesideItsInstruction() {
        tell(true, HELD, FAILED);

        assertThat(GitHubRunner.obeyed(printed()))
                .singleElement(STRING)
                .startsWith("error: file=docker/Dockerfile-naive,line=9,title=The naive image exposes 8080/tcp and runs"
                        + " /go/bin/helloworld another port\nwhy: EXPOSE and CMD tell ")
                .contains("\nhint: docker inspect shows the image's ports and its command: ");
    }

    @Test
    void onGitHubWhereNothingFailedNothingIsAnnotated() {
        tell(true, HELD);

        assertThat(printed())
                .filteredOn(line -> line.startsWith("::"))
                .singleElement(STRING)
                .startsWith("::stop-commands::");
    }

    @Test
    void onGitHubARunThatMeasuresNothingSaysSoBesideNoFile() {
        LessonEnding ending = ending(true);
        ending.begin();
        ending.tellThatNothingWasMeasured("no engine");

        assertThat(GitHubRunner.obeyed(printed()))
                .containsExactly("error: title=Nothing was measured and no claim was judged no engine");
    }

    @Test
    void whatFailedIsLeftForGitLabEverywhere() {
        tell(false, HELD, FAILED);

        assertThat(folder.resolve("gl-code-quality-report.json"))
                .content()
                .containsOnlyOnce("check_name")
                .contains("\"NaiveImageTest.exposesItsPortAndRunsHelloworld\"");
    }

    @Test
    void whereNothingFailedGitLabIsToldSo() {
        tell(false, HELD);

        assertThat(folder.resolve("gl-code-quality-report.json")).content().isEqualToIgnoringWhitespace("[]");
    }

    private void tell(boolean onGitHub, Outcome... outcomes) {
        LessonEnding ending = ending(onGitHub);
        ending.begin();
        ending.tell(good(), List.of(outcomes), NO_BASELINE);
    }

    private LessonEnding ending(boolean onGitHub) {
        return new LessonEnding(
                Language.ENGLISH,
                folder,
                Map.of(
                        "GITHUB_STEP_SUMMARY",
                        folder.resolve("job.md").toString(),
                        "GITHUB_ACTIONS",
                        String.valueOf(onGitHub)));
    }

    private List<String> printed() {
        return console.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
