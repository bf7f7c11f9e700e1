package multistage.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import multistage.browser.Chromium;
import multistage.browser.ShownPage;
import multistage.grading.fixtures.GradedPage;
import multistage.words.Language;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of a class of 30 and of students, as everyone sees them, whatever their names are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradedPagesIT {
    private static final int TELEPHONE = 360;

    @AutoClose
    private final Chromium browser = Chromium.start(true);

    static Stream<Arguments> all() {
        return Stream.of(GradedPage.values())
                .flatMap(page -> Stream.of(Language.values()).map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBrowserHasNothingToComplainOfAndNothingToLoadAndNamesAreText(
            GradedPage graded, Language language, @TempDir Path folder) {
        ShownPage page = browser.open(graded.in(folder, language));

        assertThat(page.complaints()).isEmpty();
        assertThat(page.requests()).isEmpty();
        assertThat(page.kinds()).doesNotContain("script", "img");
        assertThat(page.title()).contains("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyoneCanReadThemInLightColoursAndInDarkOnes(GradedPage graded, Language language, @TempDir Path folder) {
        ShownPage page = browser.open(graded.in(folder, language));
        page.photograph(name(graded, language) + "-light");
        assertThat(page.barriers()).isEmpty();

        page.isInTheDark();
        page.photograph(name(graded, language) + "-dark");
        assertThat(page.barriersOfColour()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyoneCanReadThemOnATelephone(GradedPage graded, Language language, @TempDir Path folder) {
        ShownPage page = browser.open(graded.in(folder, language));
        page.isAsWideAs(TELEPHONE, false);
        assertThat(page.neededWidth()).as("in a narrow window").isLessThanOrEqualTo(TELEPHONE);

        page.isAsWideAs(TELEPHONE, true);
        page.photograph(name(graded, language) + "-telephone");
        assertThat(page.neededWidth()).as("on a telephone").isLessThanOrEqualTo(TELEPHONE);
        assertThat(page.barriers()).isEmpty();
    }

    private static String name(GradedPage graded, Language language) {
        return "graded-" + graded.name().toLowerCase(Locale.ROOT) + "-" + language.code();
    }
}
