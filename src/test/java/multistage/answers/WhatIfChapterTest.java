package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.Told;
import multistage.facts.Message;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfChapterTest {
    private static final Variation UNCHANGED = whatIf().variations().get(0);

    @Test
    void eachChangeIsToldWithWhatCameOfIt() {
        assertThat(told(whatIf()))
                .contains(
                        "nothing: the lesson's Dockerfile | 5.06 MB | 1 | yes | the program, and nothing else",
                        "final stage debian:12: FROM debian:12 | 121 MB | 2 | yes | A whole system without a compiler: a shell,"
                                + " users, a package manager, for those who need them. 116 MB more.")
                .anyMatch(line -> line.startsWith(
                                "cgo in play: RUN CGO_ENABLED=1 go build -o /hello ./main.go | 5.23 MB | 1 | no")
                        && line.contains("/lib64/ld-linux-x86-64.so.2"));
    }

    @Test
    void whatDoesNotAnswerAsItShouldIsToldByItsOwnTrouble() {
        Variation silent = changed(
                UNCHANGED,
                with("name", "two-binaries"),
                with("answers", false),
                with("trouble", Optional.of(Message.verbatim("it took too much memory"))));

        assertThat(told(of(UNCHANGED, silent))).last().asString().endsWith("| no | it took too much memory");
    }

    @Test
    void aStandInThatItWasMeasuredWithIsCalledOne() {
        WhatIf standIn = changed(whatIf(), with("base", changed(whatIf().base(), with("standIn", true))));

        assertThat(told(whatIf())).first().asString().contains("from golang:1.23. ");
        assertThat(told(standIn)).first().asString().contains("from golang:1.23 (stand-in). ");
    }

    @Test
    void whatWasNotBuiltHasNoFiguresAndSaysWhy() {
        assertThat(told(whatIf()))
                .contains("final stage golang:1.23: FROM golang:1.23 | – | – | not built | It could not be built there:"
                        + " golang:1.23 is needed and cannot be pulled");
    }

    @Test
    void aLongFailureIsToldByItsFirstLineInPart() {
        Variation failed = changed(
                UNCHANGED, with("failure", Optional.of(Message.verbatim("\nno " + "x".repeat(10_000) + "\nmore"))));

        assertThat(told(of(UNCHANGED, failed)))
                .last()
                .satisfies(row -> assertThat(row).endsWith("x…").hasSizeLessThan(750));
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.AllChanges#names")
    void eachOfTheChangesHasWordsOfItsOwnInBothLanguages(String name) {
        Variation other = changed(UNCHANGED, with("name", "never heard of"));
        Variation variation = changed(UNCHANGED, with("name", name));

        for (Language language : Language.values()) {
            List<String> told = told(language, of(other, variation));

            assertThat(told.get(told.size() - 1))
                    .isNotEqualTo(told.get(told.size() - 2))
                    .doesNotContain("{", "null", "what-if")
                    .doesNotEndWith("| ");
        }
    }

    @Test
    void aChangeWithoutWordsOfItsOwnIsToldByItsTrouble() {
        Variation other = changed(
                UNCHANGED,
                with("name", "with-healthcheck"),
                with("after", List.of("HEALTHCHECK CMD wget")),
                with("answers", false),
                with("trouble", Optional.of(Message.verbatim("it is not healthy\nat all"))));

        assertThat(told(of(UNCHANGED, other)))
                .endsWith("another change: HEALTHCHECK CMD wget | 5.06 MB | 1 | no | it is not healthy");
    }

    @Test
    void howMuchMoreIsNotToldWhereTheDockerfileAsItStandsWasNotBuilt() {
        Variation notBuilt = changed(
                UNCHANGED, with("failure", Optional.of(Message.verbatim("no"))), with("bytes", Optional.empty()));
        Variation debian = changed(UNCHANGED, with("name", "final-debian"));

        assertThat(told(of(notBuilt, debian))).last().asString().endsWith("not measured more.");
    }

    @Test
    void theDayAndTheEngineAreThoseOfItsOwnMeasuring() {
        assertThat(told(whatIf()).get(0)).contains("on 1 November 2026, 12:00 UTC, with Docker 28.5.2, overlay2");
    }

    @Test
    void whereNothingWasChangedYetItSaysHow() {
        assertThat(Told.lines(new WhatIfChapter(new Phrases(Language.ENGLISH, good()))
                        .section(Optional.empty())
                        .blocks()))
                .containsExactly("No changed Dockerfile has been measured yet: mvn verify does it.");
    }

    private static WhatIf of(Variation... variations) {
        return changed(whatIf(), with("variations", List.of(variations)));
    }

    private static List<String> told(WhatIf whatIf) {
        return told(Language.ENGLISH, whatIf);
    }

    private static List<String> told(Language language, WhatIf whatIf) {
        return Told.lines(new WhatIfChapter(new Phrases(language, good()))
                .section(Optional.of(whatIf))
                .blocks());
    }
}
