package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import multistage.answers.fixtures.Sample;
import multistage.browser.Chromium;
import multistage.browser.ShownPage;
import multistage.words.Language;
import multistage.words.Words;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The page shows one language at a time and the other on a click or a key, in a browser that runs no scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageSwitchIT {
    @AutoClose
    private final Chromium browser = Chromium.start(false);

    @Test
    void thisBrowserRunsNoScripts(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.html"), "<title>none ran</title><script>document.title = 'one ran'</script>");

        assertThat(browser.open(page).title()).isEqualTo("none ran");
    }

    @ParameterizedTest
    @EnumSource
    void theRunsLanguageIsShownFirst(Language language, @TempDir Path folder) {
        ShownPage page = browser.open(Sample.GOOD.page(language, folder));

        assertThat(page.languages()).containsExactly(language.code());
        assertThat(page.title()).isEqualTo(Words.read("answers", language).say("title"));
    }

    @ParameterizedTest
    @EnumSource
    void aClickOnALanguagesNameShowsThatLanguage(Language language, @TempDir Path folder) {
        ShownPage page = browser.open(Sample.GOOD.page(Language.ENGLISH, folder));

        page.choose(Language.FRENCH.code());
        page.choose(language.code());

        assertThat(page.languages()).containsExactly(language.code());
    }

    @Test
    void theKeyboardReachesTheSwitchFirstAndAnArrowTurnsIt(@TempDir Path folder) {
        ShownPage page = browser.open(Sample.GOOD.page(Language.ENGLISH, folder));

        page.press(Keys.TAB, Keys.ARROW_RIGHT);
        page.photograph("switch-by-keyboard");
        assertThat(page.languages()).containsExactly("fr");

        page.press(Keys.ARROW_LEFT);
        assertThat(page.languages()).containsExactly("en");
    }
}
