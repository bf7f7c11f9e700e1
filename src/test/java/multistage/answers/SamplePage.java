package multistage.answers;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import multistage.answers.browser.Chromium;
import multistage.answers.browser.ShownPage;

/**
 * A page of answers, read in one of its languages.
 *
 * @param sample the answers
 * @param language the language
 */
record SamplePage(Sample sample, Language language) {

    /** Every page, in each language. */
    static Stream<SamplePage> all() {
        return of(Sample.values());
    }

    /** Those of which every figure can be told from facts, in each language. */
    static Stream<SamplePage> measured() {
        return of(Sample.GOOD, Sample.RUN);
    }

    private static Stream<SamplePage> of(Sample... samples) {
        return Stream.of(samples)
                .flatMap(sample -> Stream.of(Language.values()).map(language -> new SamplePage(sample, language)));
    }

    /** Opens it; a run's page may have to be turned to the language. */
    ShownPage in(Chromium browser, Path folder) {
        ShownPage page = browser.open(sample.page(language, folder));
        page.choose(language.code());
        return page;
    }

    /** What its photographs are called. */
    String name() {
        return sample.name().toLowerCase(Locale.ROOT) + "-" + language.code();
    }

    @Override
    public String toString() {
        return name();
    }
}
