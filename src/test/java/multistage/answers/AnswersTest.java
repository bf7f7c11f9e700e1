package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.outcome.Outcome.Verdict.FAILED;
import static multistage.outcome.Outcome.Verdict.NOT_JUDGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.Told;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.page.Section;
import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final List<String> CLAIMS = Catalogue.read(Language.ENGLISH).claims();

    @Test
    void theSectionsComeInTheLessonsOrderAndBearTheSameNamesInBothLanguages() {
        Judged judged = new Judged(good(), List.of(), Optional.empty());

        assertThat(Answers.in(Language.ENGLISH, judged).sections())
                .extracting(Section::name)
                .containsExactly("naive", "multi", "findings", "what-if", "slips", "claims", "provenance")
                .containsExactlyElementsOf(Answers.in(Language.FRENCH, judged).sections().stream()
                        .map(Section::name)
                        .toList());
    }

    @Test
    void whereAllHoldItSaysSo() {
        assertThat(lead(good(), held(CLAIMS.size())))
                .hasSize(2)
                .last()
                .isEqualTo(CLAIMS.size() + " claims of the lesson were judged, and all hold.");
    }

    @Test
    void whereSomeFailedTheyAreCounted() {
        List<Outcome> claims = held(CLAIMS.size() - 3);
        claims.add(new Outcome(CLAIMS.get(CLAIMS.size() - 3), FAILED, Message.verbatim("no")));
        claims.add(new Outcome(CLAIMS.get(CLAIMS.size() - 2), FAILED, Message.verbatim("no")));
        claims.add(new Outcome(CLAIMS.get(CLAIMS.size() - 1), NOT_JUDGED, Message.verbatim("no")));

        assertThat(lead(good(), claims))
                .hasSize(2)
                .last()
                .isEqualTo("! 2 of " + CLAIMS.size()
                        + " claims failed, 1 could not be judged. They stand under “The claims”, with what was found.");
    }

    @Test
    void aRunOfSomeClaimsDoesNotReadAsIfAllWereJudged() {
        assertThat(lead(good(), held(13)))
                .endsWith(
                        "! This run judged only a part: 13 of the lesson's " + CLAIMS.size()
                                + " claims. Of the others it says nothing.",
                        "13 claims of the lesson were judged, and all hold.");
    }

    @Test
    void aRunOfOneClaimCountsInTheSingular() {
        assertThat(lead(good(), held(1))).endsWith("1 claim of the lesson was judged, and it holds.");
    }

    @Test
    void aRunOfNoClaimSaysOfNoneThatItHolds() {
        assertThat(lead(good(), List.of()))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("! This run judged only a part: 0 of the lesson's");
    }

    @Test
    void aClaimThatWasJudgedTwiceCountsOnceAndAsItEnded() {
        List<Outcome> claims = held(CLAIMS.size());
        claims.add(0, new Outcome(CLAIMS.get(0), FAILED, Message.verbatim("no")));

        assertThat(lead(good(), claims)).hasSize(2).last().asString().startsWith(CLAIMS.size() + " claims");
    }

    @Test
    void aStandInIsWarnedOfBeforeTheVerdict() {
        Facts standIn =
                changed(good(), naive(image(with("base", Optional.of(changed(golang(), with("standIn", true)))))));

        assertThat(lead(standIn, held(CLAIMS.size())).get(1))
                .startsWith("! golang:1.23 is a stand-in on this engine, made from Debian's packages");
    }

    private static List<Outcome> held(int count) {
        return new ArrayList<>(CLAIMS.subList(0, count).stream()
                .map(claim -> Outcome.held(claim))
                .toList());
    }

    private static List<String> lead(Facts facts, List<Outcome> claims) {
        return Told.lines(Answers.in(Language.ENGLISH, new Judged(facts, claims, Optional.empty()))
                .lead());
    }
}
