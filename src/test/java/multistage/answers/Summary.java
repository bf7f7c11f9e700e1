package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import multistage.answers.Outcome.Verdict;
import multistage.facts.Facts;

/**
 * The claims in the lesson's order, one line each with what was found, and a hint beneath each that failed: how a run ends on
 * the console.
 */
public final class Summary {
    private final Catalogue catalogue;
    private final Hints hints;
    private final Words words;
    private final Figures figures;
    private final Messages messages;

    /** @param language the language of all of it */
    public Summary(Language language) {
        this.catalogue = Catalogue.read(language);
        this.hints = new Hints(language);
        this.words = Words.read("words", language);
        this.figures = new Figures(language);
        this.messages = Messages.in(language);
    }

    /** The lines, under a heading for each class of claims; claims that did not run are left out. */
    public List<String> lines(Facts facts, List<Outcome> outcomes) {
        Map<String, Outcome> byClaim = outcomes.stream()
                .collect(Collectors.toMap(Outcome::claim, Function.identity(), (first, again) -> again));
        List<String> lines = new ArrayList<>();
        String chapter = "";
        for (String claim : catalogue.claims()) {
            if (!byClaim.containsKey(claim)) {
                continue;
            }
            if (!chapter.equals(Catalogue.chapter(claim))) {
                chapter = Catalogue.chapter(claim);
                lines.add(catalogue.sentence(chapter).orElse(chapter));
            }
            Outcome outcome = byClaim.get(claim);
            lines.add("  " + outcome.verdict().sign() + " " + line(outcome, facts));
            if (outcome.verdict() == Verdict.FAILED) {
                hints.of(claim).forEach(line -> lines.add("      " + line));
            }
        }
        return lines;
    }

    private String line(Outcome outcome, Facts facts) {
        String claim = outcome.claim();
        String found = outcome.verdict() == Verdict.HELD
                ? figures.fill(catalogue.found(claim).orElse(""), facts)
                : messages.sayFirstLine(outcome.message());
        return words.say("claim", catalogue.sentence(claim).orElse(claim), found);
    }
}
