package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import multistage.answers.fixtures.SamplePage;
import multistage.browser.Chromium;
import multistage.browser.ShownPage;
import multistage.words.Language;
import multistage.words.Words;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers page on a screen: what everyone can see of it, on whatever they look at it with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {
    private static final int TELEPHONE = 360;

    @AutoClose
    private final Chromium browser = Chromium.start(true);

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#all")
    void theBrowserHasNothingToComplainOfAndNothingToLoad(SamplePage sample, @TempDir Path folder) {
        ShownPage page = sample.in(browser, folder);

        assertThat(page.title()).isIn(title(Language.ENGLISH), title(Language.FRENCH));
        assertThat(page.complaints()).isEmpty();
        assertThat(page.requests()).isEmpty();
        assertThat(page.count("script")).isZero();
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#all")
    void everyoneCanReadItInLightColoursAndInDarkOnes(SamplePage sample, @TempDir Path folder) {
        ShownPage page = sample.in(browser, folder);
        String light = page.background();
        page.photograph(sample.name() + "-light");
        assertThat(page.barriers()).isEmpty();

        page.isInTheDark();
        page.photograph(sample.name() + "-dark");
        assertThat(page.background()).isNotEqualTo(light);
        assertThat(page.barriersOfColour()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#all")
    void everyoneCanReadItOnATelephone(SamplePage sample, @TempDir Path folder) {
        ShownPage page = sample.in(browser, folder);

        page.isAsWideAs(TELEPHONE, false);
        assertThat(page.neededWidth()).as("in a narrow window").isLessThanOrEqualTo(TELEPHONE);

        page.isAsWideAs(TELEPHONE, true);
        page.photograph(sample.name() + "-telephone");
        assertThat(page.neededWidth()).as("on a telephone").isLessThanOrEqualTo(TELEPHONE);
        assertThat(page.barriers()).isEmpty();
    }

    private static String title(Language language) {
        return Words.read("answers", language).say("title");
    }
}
