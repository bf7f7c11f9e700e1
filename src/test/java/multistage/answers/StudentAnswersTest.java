package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.AllChanges;
import multistage.answers.fixtures.Examples;
import multistage.answers.fixtures.FailedAnswers;
import multistage.answers.fixtures.HostileAnswers;
import multistage.answers.fixtures.Spoiling;
import multistage.answers.fixtures.Told;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.outcome.Points;
import multistage.page.Document;
import multistage.page.Html;
import multistage.page.fixtures.ParsedPage;
import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudentAnswersTest {
    private static final List<String> CLAIMS = Catalogue.read(Language.ENGLISH).claims();

    @Test
    void itBeginsWithTheNameAndThePoints() {
        Document page = page(Language.ENGLISH, FailedAnswers.judged());

        assertThat(page.title()).isEqualTo("Zoé: two images of one program");
        assertThat(Told.lines(page.lead()).get(0))
                .startsWith("6 of 25 points. 6 of 25 claims hold. Measured on 1 November");
    }

    @Test
    void whatFailsIsToldWholeWithItsPointsAndAHint() {
        assertThat(lines(page(Language.ENGLISH, FailedAnswers.judged()), "mend"))
                .containsSubsequence(
                        "# ✘ The multi-stage image builds: 0 of 1",
                        "Dockerfile-multi:15: RUN CGO_ENABLED=0 go build -o /hello -ldflags=\"-s -w\" -trimpath ./main.go did not succeed: exit code 1",
                        "> # command-line-arguments",
                        "> ./main.go:9:2: undefined: http.HandleFunk")
                .anySatisfy(line -> assertThat(line).startsWith("A hint: Look at the line that the message names"))
                .contains(
                        "16 could not be judged, since something that they need failed; what mends that lets them be judged.");
    }

    @Test
    void whereNothingFailsThereIsNothingToLookAt() {
        assertThat(lines(page(Language.FRENCH, Examples.held()), "mend"))
                .containsExactly("Rien\u00a0: toutes les affirmations sont vérifiées.");
    }

    @Test
    void everyClaimHasItsVerdictAndItsPoints() {
        List<String> lines = lines(page(Language.ENGLISH, FailedAnswers.judged()), "marks");

        assertThat(lines)
                .hasSize(CLAIMS.size() + 3)
                .contains(
                        "The naive image:",
                        "builds | ✔ held | 1/1 | in 16.0 s",
                        "answers on port 8080 | – not judged | 0/1 | multi did not build");
    }

    @Test
    void theImagesStandSideBySide() {
        assertThat(lines(page(Language.ENGLISH, Examples.held()), "images"))
                .contains(
                        "Build | built in 16.0 s | built in 16.0 s",
                        "Layers | 9 | 1",
                        "Answer on port 8080 | 200 Hello World from Go in minimal Docker container | 200 Hello World from Go in minimal Docker container",
                        "[Where the bytes are, both images at one scale]",
                        "The multi-stage image by instruction, oldest first:");
    }

    @ParameterizedTest
    @EnumSource
    void whatDidNotBuildIsLeftOut(Language language) {
        Facts neither = changed(good(), naive(notBuilt("no")), multi(notBuilt("no")));

        assertThat(lines(page(language, new Judged(neither, List.of(), Optional.empty())), "images"))
                .hasSize(7)
                .filteredOn(line -> line.endsWith(" | – | –"))
                .hasSize(5);
    }

    @Test
    void aPageCanBeMadeWhateverIsNotKnown() {
        Spoiling.lackingOneThing(good()).forEach((path, facts) -> {
            for (Language language : Language.values()) {
                assertThat(new Html(List.of(page(language, Examples.held(facts)))).render())
                        .as(path)
                        .contains("<h1>");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theLessonsSolutionIsNotGivenAway(Language language) {
        Judged nothing = new Judged(
                changed(good(), naive(notBuilt("no such file")), multi(notBuilt("no such file"))),
                CLAIMS.stream()
                        .map(claim -> Outcome.failed(claim, Message.verbatim("it does not")))
                        .toList(),
                Optional.of(AllChanges.measured()));

        String page = ParsedPage.words(new ParsedPage(new Html(List.of(page(language, nothing))).render()).root());

        assertThat(page).doesNotContain("-trimpath", "-s -w", "CGO_ENABLED", "COPY --from=");
    }

    @Test
    void noNameIsMoreThanText() {
        Document page = StudentAnswers.in(
                Language.ENGLISH,
                HostileAnswers.MARKUP + "{date}",
                HostileAnswers.judged(),
                marks(HostileAnswers.judged()));

        assertThat(page.title()).startsWith(HostileAnswers.MARKUP + "{date}");
        assertThat(new Html(List.of(page)).render()).doesNotContain("<script", "<img", "onload=\"");
    }

    private static Document page(Language language, Judged judged) {
        return StudentAnswers.in(language, "Zoé", judged, marks(judged));
    }

    private static List<Points> marks(Judged judged) {
        return Points.of(judged, CLAIMS);
    }

    private static List<String> lines(Document page, String section) {
        return page.sections().stream()
                .filter(each -> each.name().equals(section))
                .flatMap(each -> Told.lines(each.blocks()).stream())
                .toList();
    }
}
