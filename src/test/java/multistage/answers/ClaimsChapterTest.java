package multistage.answers;

import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.outcome.Outcome.Verdict.FAILED;
import static multistage.outcome.Outcome.Verdict.NOT_JUDGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.Told;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.outcome.Feedback;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.page.Section;
import multistage.page.Text;
import multistage.page.VerdictLine;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class ClaimsChapterTest {
    private static final String LAYER = "MultiStageImageTest.hasOneLayer";

    @Test
    void claimsStandInTheLessonsOrderUnderTheirHeadings() {
        assertThat(told(
                        Outcome.held("ComparisonTest.hasFewerLayers"),
                        Outcome.held(LAYER),
                        Outcome.held("NaiveImageTest.builds")))
                .containsExactly(
                        "What the tests of this project prove, in the lesson's order.",
                        "# The naive image",
                        "✔ builds: in 16.0 s",
                        "# The multi-stage image",
                        "✔ has one layer: 1 layer",
                        "# The pair",
                        "✔ has fewer layers in its multi-stage form: 8 fewer: 1 for 9");
    }

    @Test
    void aClaimThatFailedSaysWhatWasFoundAndHasAHint() {
        VerdictLine line = line(Language.ENGLISH, new Outcome(LAYER, FAILED, Message.verbatim("it has 2 layers")));

        assertThat(line.kind()).isEqualTo("failed");
        assertThat(line.sign()).isEqualTo("✘");
        assertThat(line.word()).isEqualTo("failed");
        assertThat(line.found()).isEqualTo(Text.plain("it has 2 layers"));
        assertThat(line.why().orElseThrow().words()).startsWith("Why: A single COPY");
        assertThat(line.hint().orElseThrow().words()).startsWith("Hint: In the final stage every instruction");
    }

    @Test
    void inFrenchAllOfItIsFrench() {
        Message message = Message.of("%s did not build", Variant.MULTI);
        VerdictLine failed = line(Language.FRENCH, new Outcome(LAYER, FAILED, message));
        VerdictLine held = line(Language.FRENCH, Outcome.held(LAYER));

        assertThat(failed.found().words()).isEqualTo("l'image multi-stage n'a pas pu être construite");
        assertThat(failed.word()).isEqualTo("en échec");
        assertThat(failed.hint().orElseThrow().words()).startsWith("Piste\u00a0: Dans l'étape finale");
        assertThat(held.found().words()).isEqualTo("1\u00a0couche");
    }

    @Test
    void aClaimThatWasNotJudgedHasNoHintAndDidNotFail() {
        VerdictLine line = line(
                Language.ENGLISH, new Outcome(LAYER, NOT_JUDGED, Message.verbatim("not judged: it did not build")));

        assertThat(line.kind()).isEqualTo("not-judged");
        assertThat(line.sign()).isEqualTo("–");
        assertThat(line.word()).isEqualTo("not judged");
        assertThat(line.why()).isEmpty();
        assertThat(line.hint()).isEmpty();
    }

    @Test
    void ofAMessageOfSeveralLinesTheFirstThatHoldsWordsIsShown() {
        assertThat(found("\n  \nit has 2 layers:\n  a\n  b")).isEqualTo("it has 2 layers:");
        assertThat(found("")).isEmpty();
    }

    @Test
    void aLongMessageIsCutAndSaysSo() {
        assertThat(found("x".repeat(600))).isEqualTo("x".repeat(600));
        assertThat(found("x".repeat(10_000))).isEqualTo("x".repeat(599) + "…");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(found("x".repeat(598) + "\ud83d\ude00\ud83d\ude00")).isEqualTo("x".repeat(598) + "…");
    }

    @Test
    void aMessageThatHoldsMarksAndFiguresIsShownAsItIs() {
        assertThat(found("`a` **b** {naive.weight} {x}")).isEqualTo("`a` **b** {naive.weight} {x}");
    }

    @Test
    void aClaimThatWasJudgedAgainIsToldAsItEnded() {
        assertThat(told(new Outcome(LAYER, FAILED, Message.verbatim("it has 2 layers")), Outcome.held(LAYER)))
                .containsOnlyOnce("✔ has one layer: 1 layer")
                .noneMatch(line -> line.startsWith("✘"));
    }

    @Test
    void claimsThatDidNotRunAreLeftOut() {
        assertThat(told()).containsExactly("What the tests of this project prove, in the lesson's order.");
    }

    private static String found(String message) {
        return line(Language.ENGLISH, new Outcome(LAYER, FAILED, Message.verbatim(message)))
                .found()
                .words();
    }

    private static VerdictLine line(Language language, Outcome outcome) {
        return section(language, outcome).blocks().stream()
                .flatMap(block -> block.ifVerdicts().stream())
                .flatMap(verdicts -> verdicts.verdicts().stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(Outcome... outcomes) {
        return Told.lines(section(Language.ENGLISH, outcomes).blocks());
    }

    private static Section section(Language language, Outcome... outcomes) {
        Judged judged = new Judged(good(), List.of(outcomes), Optional.empty());
        return new ClaimsChapter(new Phrases(language, good()), new Feedback(language, judged)).section();
    }
}
