package multistage.outcome;

import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static multistage.outcome.Outcome.Verdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import multistage.facts.FactsJson;
import multistage.facts.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedTest {
    private final Judged judged =
            new Judged(good(), List.of(Outcome.held("NaiveImageTest.builds")), Optional.of(whatIf()));
    private final String text = new FactsJson().write(judged);

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        assertThat(read(text)).isEqualTo(judged);
    }

    @Test
    void anOlderFormSaysToMeasureAgain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text.replace("\"schema\" : 2", "\"schema\" : 1")))
                .withMessageContaining("it is written in schema 1, and this version reads schema 2: measure again");
    }

    @Test
    void aNewerFormSaysToTakeANewerVersion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text.replace("\"schema\" : 2", "\"schema\" : 3")))
                .withMessageContaining(
                        "it is written in schema 3, and this version reads schema 2: take a newer version of this suite");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text.replaceFirst("\"demo\"", "\"colour\" : 1, \"demo\"")))
                .withMessageContaining("\"colour\"");
    }

    @ParameterizedTest
    @CsvSource({"demo, facts", "measured, provenance", "engineSize, image", "claim, claims"})
    void whatIsLackingIsNamed(String property, String somewhere) {
        assertThatIllegalArgumentException()
                .as(somewhere)
                .isThrownBy(() -> read(text.replaceFirst("\"" + property + "\" : [^\n]*\n", "")))
                .withMessageContaining("'" + property + "'");
    }

    @Test
    void whatIsNullWhereItMustNotBeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text.replaceFirst("\"demo\" : \"docker\"", "\"demo\" : null")))
                .withMessageContaining("'demo'");
    }

    @Test
    void aFileOfAnEarlierTimeThatKnewNoSchemaIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text.replaceFirst("\"schema\" : 2,", "")))
                .withMessageContaining("schema");
    }

    @Test
    void aClaimThatWasJudgedAgainCountsAsItEnded() {
        Outcome failed = new Outcome("a", FAILED, Message.verbatim("no"));
        Outcome held = Outcome.held("a");

        assertThat(new Judged(good(), List.of(failed, held), Optional.empty()).byClaim())
                .containsOnlyKeys("a")
                .containsValue(held);
    }

    private static Judged read(String text) {
        return new FactsJson().read(text, Judged.class);
    }
}
