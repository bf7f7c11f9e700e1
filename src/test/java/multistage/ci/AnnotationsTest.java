package multistage.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import multistage.ci.Finding.Level;
import multistage.ci.fixtures.GitHubRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {

    @Test
    void aFindingStandsAtItsLineUnderItsTitleWithItsHint() {
        assertThat(Annotations.lines(List.of(new Finding(
                        "MultiStageImageTest.hasOneLayer",
                        Level.ERROR,
                        Optional.of("docker/Dockerfile-multi"),
                        Optional.of(27),
                        "The multi-stage image has one layer",
                        "it has 2",
                        Optional.of("hint: What can you do without?")))))
                .containsExactly(
                        "::error file=docker/Dockerfile-multi,line=27,title=The multi-stage image has one layer"
                                + "::it has 2%0Ahint: What can you do without?");
    }

    @Test
    void aFindingAboutNoFileNamesNone() {
        assertThat(Annotations.lines(List.of(Findings.nothingMeasured("no engine answers"))))
                .containsExactly("::error title=Nothing was measured and no claim was judged::no engine answers");
    }

    @Test
    void whatIsOnlySaidIsANotice() {
        assertThat(Annotations.lines(List.of(finding(Level.NOTICE, "lighter"))))
                .containsExactly("::notice file=a,title=t::lighter");
    }

    @Test
    void whatTheFormWouldTakeForItsOwnIsEscaped() {
        Finding finding = new Finding(
                "check",
                Level.ERROR,
                Optional.of("a,line=9:b"),
                Optional.empty(),
                "50 %, or\nmore: much",
                "50 %25: a,b\r\nc",
                Optional.empty());

        assertThat(Annotations.lines(List.of(finding)))
                .containsExactly("::error file=a%2Cline=9%3Ab,title=50 %25%2C or%0Amore%3A much::50 %2525: a,b%0D%0Ac");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::error::injected",
                "\n::error::injected",
                "\r::add-mask::e",
                "%0A::error::injected",
                "x::stop-commands::mine",
                "##[error]injected",
                "\n##[add-mask]e"
            })
    void hostileWordsAreWordsOfTheOneAnnotation(String words) {
        Finding finding = new Finding(
                "check", Level.ERROR, Optional.of("f" + words), Optional.of(1), words, words, Optional.of(words));

        assertThat(GitHubRunner.obeyed(Annotations.lines(List.of(finding))))
                .containsExactly("error: file=f" + words + ",line=1,title=" + words + " " + words + "\n" + words);
    }

    @Test
    void theGravestComeFirst() {
        assertThat(Annotations.lines(List.of(
                        finding(Level.NOTICE, "a"),
                        finding(Level.ERROR, "b"),
                        finding(Level.NOTICE, "c"),
                        finding(Level.ERROR, "d"))))
                .extracting(line -> line.substring(line.length() - 1))
                .containsExactly("b", "d", "a", "c");
    }

    @Test
    void asManyAsGitHubShowsAreTold() {
        assertThat(Annotations.lines(Collections.nCopies(10, finding(Level.ERROR, "found"))))
                .hasSize(10)
                .allMatch(line -> line.endsWith("::found"));
    }

    @Test
    void ofMoreTheFirstAreToldAndThenHowManyThereAre() {
        List<Finding> errors = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> finding(Level.ERROR, "error " + n))
                .toList();
        List<Finding> notices = Collections.nCopies(2, finding(Level.NOTICE, "lighter"));

        assertThat(Annotations.lines(
                        Stream.of(notices, errors).flatMap(List::stream).toList()))
                .hasSize(10)
                .endsWith("::error file=a,title=t::error 9", "::notice::and 2 more, which the log tells");
    }

    @Test
    void ofALongMessageTheBeginningAndTheEndAreToldAndTheHint() {
        Finding finding = new Finding(
                "check",
                Level.ERROR,
                Optional.empty(),
                Optional.empty(),
                "t",
                "does not build\n" + "\ud83d\ude00".repeat(5000) + "\nundefined: fmt",
                Optional.of("hint: look"));

        String message = Annotations.lines(List.of(finding)).get(0).substring("::error title=t::".length());

        assertThat(message.replace("%0A", "\n"))
                .hasSizeBetween(Annotations.LENGTH - 3, Annotations.LENGTH)
                .matches("does not build\n(\ud83d\ude00)+\n…\n(\ud83d\ude00)+\nundefined: fmt\nhint: look");
    }

    private static Finding finding(Level level, String message) {
        return new Finding("check", level, Optional.of("a"), Optional.empty(), "t", message, Optional.empty());
    }
}
