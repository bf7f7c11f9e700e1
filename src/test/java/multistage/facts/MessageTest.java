package multistage.facts;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Message LAYERS = Message.of(
            "%s should have %s, but it has %s: %s", Variant.MULTI, Message.of("%s layer", 1), 2, "\"%s\" 100 %");

    @Test
    void inEnglishItIsItsFormWithItsPartsInTheirPlaces() {
        assertThat(LAYERS.english()).isEqualTo("the multi-stage image should have 1 layer, but it has 2: \"%s\" 100 %");
    }

    @Test
    void anotherLanguageMayHaveAnotherOrderAndItsOwnFigures() {
        Message weight = Message.of("%s of %s", new Part.Figure("5.06"), "/hello");

        assertThat(weight.in(
                        form -> Map.of("%s of %s", "%2$s, %1$s").getOrDefault(form, form),
                        digits -> digits.replace('.', ',')))
                .isEqualTo("/hello, 5,06");
    }

    @Test
    void aTranslationWithPlacesForNothingBreaksNothing() {
        assertThat(LAYERS.in(form -> "%7$s %s %s %s %s %s", digits -> digits)).contains("…");
    }

    @Test
    void aFormHasAsManyPlacesAsThereAreParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.of("%s and %s", "one"))
                .withMessage("\"%s and %s\" has 2 places for 1 parts");
    }

    @Test
    void aFigureIsANumberAndNothingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Part.Figure("1,000"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Part.Figure("1\n2"));
    }

    @Test
    void joinedMessagesStandBehindEachOther() {
        assertThat(Message.joined(", ", List.of(Message.of("a"), Message.verbatim("%s")))
                        .english())
                .isEqualTo("a, %s");
        assertThat(Message.joined(", ", List.of())).isEqualTo(Message.NONE);
    }

    @Test
    void wordsCanBeMadeIntoOthersHoweverDeepTheyLie() {
        assertThat(Message.of("%s: %s", "a", Message.of("%s %s", "b", 1))
                        .withWords(words -> Message.of("<%s>", words))
                        .english())
                .isEqualTo("<a>: <b> 1");
    }

    @Test
    void inJsonItIsAListOnOneLine() {
        Facts facts = changed(good(), multi(notBuilt(LAYERS)));

        assertThat(new FactsJson().write(facts))
                .contains("\"failure\" : [\"%s should have %s, but it has %s: %s\",[\"the multi-stage image\"],"
                        + "[\"%s layer\",1],2,\"\\\"%s\\\" 100 %\"],");
    }

    @Test
    void figuresKeepEachDigitInJson() {
        Facts facts = changed(good(), multi(notBuilt(Message.of("%s %s", new Part.Figure("1.30"), Long.MAX_VALUE))));

        assertThat(new FactsJson().read(new FactsJson().write(facts), Facts.class))
                .isEqualTo(facts);
    }

    @Test
    void aListThatIsNoMessageIsRefusedInWordsThatSayWhere() {
        String text = new FactsJson().write(changed(good(), multi(notBuilt(LAYERS))));

        assertThat(List.of("[]", "7", "[7]", "[\"%s\"]", "[\"%s\",{}]", "\"text\""))
                .allSatisfy(other -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new FactsJson()
                                .read(
                                        text.replaceFirst(
                                                "\"failure\" : \\[.*\\],\n", "\"failure\" : " + other + ",\n"),
                                        Facts.class))
                        .withMessageStartingWith("these are no facts: ")
                        .withMessageContaining("failure"));
    }
}
