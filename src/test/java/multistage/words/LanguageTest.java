package multistage.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

/** On machines of several languages. */
class LanguageTest {
    @Test
    @DefaultLocale("fr-CA")
    void aRunThatIsNotToldSpeaksTheMachinesLanguage() {
        assertThat(Language.of(null)).isEqualTo(Language.FRENCH);
    }

    @Test
    @DefaultLocale("de-DE")
    void aMachineOfALanguageThatThereIsNotGetsEnglish() {
        assertThat(Language.of(null)).isEqualTo(Language.ENGLISH);
    }

    @Test
    @DefaultLocale("fr-FR")
    void aRunThatIsToldSpeaksThatLanguageWhateverTheMachine() {
        assertThat(Language.of("en")).isEqualTo(Language.ENGLISH);
    }

    @Test
    @DefaultLocale("en-GB")
    void frenchIsAskedForByItsCode() {
        assertThat(Language.of("fr")).isEqualTo(Language.FRENCH);
    }

    @Test
    @DefaultLocale("fr-FR")
    void anEmptyOptionIsNone() {
        assertThat(Language.of("")).isEqualTo(Language.FRENCH);
    }

    @Test
    @DefaultLocale("fr-FR")
    void aLanguageThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Language.of("FR"))
                .withMessage("-Dlang=FR is no language of the answers: they are in en (English) and fr (French)");
    }
}
