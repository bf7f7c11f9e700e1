package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import multistage.answers.fixtures.Sample;
import multistage.answers.fixtures.SamplePage;
import multistage.browser.Chromium;
import multistage.browser.PrintedPage;
import multistage.browser.ShownPage;
import multistage.words.Language;
import multistage.words.Words;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers page on paper: a hand-out in the language that is on the screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedPageIT {
    private static final int SHEETS = 4;
    private static final int GREEN_OF_THE_PROGRAM = 0x1a7f37;
    private static final int RED_BEHIND_A_FAILURE = 0xfdecea;
    private static final int WHITE = 0xffffff;

    @AutoClose
    private final Chromium browser = Chromium.start(true);

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void itTakesFourSheetsAtMostAndSpeaksTheLanguageThatIsShown(SamplePage sample, @TempDir Path folder) {
        PrintedPage printed = sample.in(browser, folder).print();

        printed.photograph(sample.name() + "-sheet");
        assertThat(printed.sheets()).isLessThanOrEqualTo(SHEETS);
        for (Language language : Language.values()) {
            assertThat(printed.text().contains(heading(language)))
                    .as("whether it speaks %s", language)
                    .isEqualTo(language == sample.language());
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsColoursArePrintedOnWhiteWhateverTheScreenIsLike(Language language, @TempDir Path folder) {
        ShownPage page = browser.open(Sample.FAILED.page(language, folder));
        page.isInTheDark();

        PrintedPage failed = page.print();
        PrintedPage good = browser.open(Sample.GOOD.page(language, folder)).print();

        failed.photograph("failed-" + language.code() + "-sheet");
        assertThat(failed.dots(WHITE)).isGreaterThan(failed.dots(RED_BEHIND_A_FAILURE));
        assertThat(failed.dots(RED_BEHIND_A_FAILURE)).isPositive();
        assertThat(good.dots(RED_BEHIND_A_FAILURE)).isZero();
        assertThat(good.dots(GREEN_OF_THE_PROGRAM)).isPositive();
    }

    private static String heading(Language language) {
        return Words.read("answers", language).say("provenance");
    }
}
