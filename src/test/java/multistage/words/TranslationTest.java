package multistage.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import multistage.words.fixtures.WordFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds each file of words and its translation to each other. */
class TranslationTest {
    private static final Pattern FIGURE = Pattern.compile("\\{[^}]*}|%s");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    @ParameterizedTest
    @ValueSource(strings = {"claims", "words", "answers", "students"})
    void noKeyIsMissingInEitherLanguageNoneIsSuperfluousAndNoneStandsTwice(String name) {
        assertThat(WordFiles.keys(name + "_fr.properties"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(WordFiles.keys(name + ".properties").stream()
                        .filter(key -> !Words.isUntranslated(key))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims", "words", "answers", "students"})
    void figuresAreTheSameInBothLanguages(String name) {
        Words english = Words.read(name, Language.ENGLISH);
        Words french = Words.read(name, Language.FRENCH);

        assertThat(english.keys())
                .allSatisfy(key -> assertThat(figures(french.say(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(figures(english.say(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims", "words", "answers", "students"})
    void frenchIsSetAsFrenchIs(String name) {
        Words french = Words.read(name, Language.FRENCH);

        assertThat(french.keys())
                .allSatisfy(key -> assertThat(CODE.matcher(french.say(key)).replaceAll("code"))
                        .as("no space that breaks before : ; ? ! %% », after « or between a number and its unit")
                        .doesNotContainPattern(" [:;?!%»](?!s)|« |\\d (?:[kMG]?o|fois|couches?)\\b")
                        .as("a space before each of them, and one kind of apostrophe and of quotation mark")
                        .doesNotContainPattern("\\p{L}[:;?!%»](?!s)|«\\p{L}|[’\"“”]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims", "words", "answers", "students"})
    void codeIsNotTranslated(String name) {
        Words english = Words.read(name, Language.ENGLISH);
        Words french = Words.read(name, Language.FRENCH);

        assertThat(english.keys())
                .allSatisfy(key -> assertThat(found(CODE, french.say(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(found(CODE, english.say(key))));
    }

    private static List<String> figures(String text) {
        return found(FIGURE, text);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
