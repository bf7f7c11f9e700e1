package multistage.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.SetSystemProperty;

/** On machines of several languages; where a test does not say otherwise, the run was not told which to take. */
@ClearSystemProperty(key = "lang")
class LanguageTest {
    @Test
    @DefaultLocale("fr-CA")
    void aRunThatIsNotToldSpeaksTheMachinesLanguage() {
        assertThat(Language.ofRun()).isEqualTo(Language.FRENCH);
    }

    @Test
    @DefaultLocale("de-DE")
    void aMachineOfALanguageThatThereIsNotGetsEnglish() {
        assertThat(Language.ofRun()).isEqualTo(Language.ENGLISH);
    }

    @Test
    @DefaultLocale("fr-FR")
    @SetSystemProperty(key = "lang", value = "en")
    void aRunThatIsToldSpeaksThatLanguageWhateverTheMachine() {
        assertThat(Language.ofRun()).isEqualTo(Language.ENGLISH);
    }

    @Test
    @DefaultLocale("en-GB")
    @SetSystemProperty(key = "lang", value = "fr")
    void frenchIsAskedForByItsCode() {
        assertThat(Language.ofRun()).isEqualTo(Language.FRENCH);
    }

    @Test
    @DefaultLocale("fr-FR")
    @SetSystemProperty(key = "lang", value = "")
    void anEmptyOptionIsNone() {
        assertThat(Language.ofRun()).isEqualTo(Language.FRENCH);
    }

    @Test
    @DefaultLocale("fr-FR")
    @SetSystemProperty(key = "lang", value = "FR")
    void aLanguageThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(Language::ofRun)
                .withMessage("-Dlang=FR is no language of the answers: they are in en (English) and fr (French)");
    }
}
