package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import multistage.answers.fixtures.HostileAnswers;
import multistage.answers.fixtures.Sample;
import multistage.browser.Chromium;
import multistage.browser.ShownPage;
import multistage.words.Language;
import multistage.words.Words;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a Dockerfile, an image, a service or an engine says is text on the page, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePageIT {
    @AutoClose
    private final Chromium browser = Chromium.start(true);

    @ParameterizedTest
    @EnumSource
    void markupBecomesNoElement(Language language, @TempDir Path folder) {
        ShownPage good = browser.open(Sample.GOOD.page(language, folder));
        List<String> kinds = good.kinds();
        int pictures = good.count("svg");
        int titles = good.count("title");

        ShownPage hostile = browser.open(Sample.HOSTILE.page(language, folder));

        assertThat(kinds).containsAll(hostile.kinds()).doesNotContain("script", "img");
        assertThat(hostile.count("svg")).isEqualTo(pictures);
        assertThat(hostile.count("title")).isEqualTo(titles);
        assertThat(hostile.title()).isEqualTo(Words.read("answers", language).say("title"));
    }

    @ParameterizedTest
    @EnumSource
    void itIsShownAsItWasWritten(Language language, @TempDir Path folder) {
        ShownPage page = browser.open(Sample.HOSTILE.page(language, folder));

        assertThat(names(page, language, "layers.naive"))
                .endsWith(HostileAnswers.MARKUP)
                .anySatisfy(label -> assertThat(label).startsWith("LABEL title=" + HostileAnswers.MARKUP));
        assertThat(names(page, language, "folders").get(0)).startsWith(HostileAnswers.MARKUP);
        assertThat(page.verdicts())
                .anySatisfy(body -> assertThat(body).contains(" 200 " + HostileAnswers.MARKUP))
                .anySatisfy(file -> assertThat(file).contains(" /" + HostileAnswers.MARKUP))
                .anySatisfy(failure -> assertThat(failure).startsWith("✘").contains(HostileAnswers.MARKUP));
    }

    private static List<String> names(ShownPage page, Language language, String caption) {
        String words = Words.read("answers", language).say(caption).replace("`", "");
        return page.rows(words).stream().map(cells -> cells.get(0)).toList();
    }
}
