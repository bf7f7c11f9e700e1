package multistage.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Facts;
import multistage.outcome.Feedback;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Catalogue;
import multistage.words.Figures;
import multistage.words.Hints;
import multistage.words.Language;
import multistage.words.Messages;
import multistage.words.Words;

/**
 * The claims in the lesson's order, one line each with what was found, and a hint beneath each that failed: how a run ends on
 * the console.
 */
public final class Summary {
    private static final String FURTHER = "      ";

    private final Catalogue catalogue;
    private final Hints hints;
    private final Words words;
    private final Figures figures;
    private final Messages messages;
    private final boolean whole;

    private Summary(Language language, boolean whole) {
        this.catalogue = Catalogue.read(language);
        this.hints = new Hints(language);
        this.words = Words.read("words", language);
        this.figures = new Figures(language);
        this.messages = Messages.in(language);
        this.whole = whole;
    }

    /** One that tells of a failure its first line, where what runs the tests shows the rest. */
    public static Summary brief(Language language) {
        return new Summary(language, false);
    }

    /** One that tells the whole of each failure, as far as there is room. */
    public static Summary whole(Language language) {
        return new Summary(language, true);
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
                further(outcome).forEach(line -> lines.add(FURTHER + line));
                hints.of(claim).forEach(line -> lines.add(FURTHER + line));
            }
        }
        return lines;
    }

    private Stream<String> further(Outcome outcome) {
        return whole ? Feedback.lines(messages.say(outcome.message())).stream().skip(1) : Stream.empty();
    }

    private String line(Outcome outcome, Facts facts) {
        String claim = outcome.claim();
        String found = outcome.verdict() == Verdict.HELD
                ? figures.fill(catalogue.found(claim).orElse(""), facts)
                : messages.sayFirstLine(outcome.message());
        return words.say("claim", catalogue.sentence(claim).orElse(claim), found);
    }
}
