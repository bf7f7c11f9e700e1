package multistage.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import multistage.answers.browser.Chromium;
import multistage.answers.browser.ShownPage;
import multistage.facts.Facts;
import multistage.facts.WhatIf;

/**
 * A page beside the answers that it was made from.
 *
 * @param judged the answers
 * @param language the language in which it is read
 * @param page the page
 */
record ReadPage(Judged judged, Language language, ShownPage page) {

    static ReadPage of(SamplePage sample, Chromium browser, Path folder) {
        ShownPage page = sample.in(browser, folder);
        return new ReadPage(sample.sample().judged(), sample.language(), page);
    }

    Facts facts() {
        return judged.facts();
    }

    Optional<WhatIf> whatIf() {
        return judged.whatIf();
    }

    Amounts amounts() {
        return new Amounts(language);
    }

    /** What the page says in the words of that key, without their styles. */
    String words(String key) {
        return new Phrases(language, facts()).text(key).words();
    }

    /** What it says under that question. */
    String answer(String question) {
        return String.join("\n", page.answer(words(question)));
    }

    /** The cells of the rows of the table that has that caption; none where there is no such table. */
    List<List<String>> rows(String caption) {
        return page.rows(words(caption));
    }

    /** The same of a table of two columns. */
    Map<String, String> pairs(String caption) {
        return rows(caption).stream().collect(Collectors.toMap(cells -> cells.get(0), cells -> cells.get(1)));
    }
}
