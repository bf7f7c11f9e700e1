package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import multistage.facts.Facts;

/** The claims in the lesson's order, one line each with what was found: how a run ends on the console. */
public final class Summary {
    private final Catalogue catalogue;

    public Summary(Catalogue catalogue) {
        this.catalogue = catalogue;
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
            lines.add("  " + line(byClaim.get(claim), facts));
        }
        return lines;
    }

    private String line(Outcome outcome, Facts facts) {
        String claim = outcome.claim();
        String found = outcome.verdict() == Outcome.Verdict.HELD
                ? Figures.fill(catalogue.found(claim).orElse(""), facts)
                : outcome.firstLine();
        return outcome.verdict().sign() + " " + catalogue.sentence(claim).orElse(claim) + ": " + found;
    }
}
