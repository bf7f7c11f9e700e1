package multistage.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words("words.properties", pair("sky", "%s is blue", "sea", "100 % salt"));

    @Test
    void valuesStandWhereTheWordsLeaveRoomForThem() {
        assertThat(words.say("sky", "50 %s")).isEqualTo("50 %s is blue");
    }

    @Test
    void wordsThatAreGivenNoValueAreSaidAsTheyAre() {
        assertThat(words.say("sea")).isEqualTo("100 % salt");
    }

    @Test
    void aTranslationIsReadInTheOrderOfTheOriginal() {
        Words french = new Words("words_fr.properties", pair("sea", "la mer", "sky", "le ciel"));

        assertThat(french.inOrderOf(words).keys()).containsExactly("sky", "sea");
        assertThat(french.inOrderOf(words).say("sky")).isEqualTo("le ciel");
    }

    @Test
    void aKeyThatTheTranslationLacksIsNamed() {
        Words french = new Words("words_fr.properties", Map.of("sky", "le ciel"));

        assertThatIllegalStateException()
                .isThrownBy(() -> french.inOrderOf(words))
                .withMessage("words_fr.properties has no words for sea");
    }

    @Test
    void whatCannotBeSaidIsNamed() {
        assertThat(words.find("sun")).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> words.say("sun"))
                .withMessage("words.properties has no words for sun");
    }

    private static Map<String, String> pair(String key, String value, String other, String otherValue) {
        Map<String, String> pair = new LinkedHashMap<>();
        pair.put(key, value);
        pair.put(other, otherValue);
        return pair;
    }
}
