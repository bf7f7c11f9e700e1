package multistage.outcome;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Cut;
import multistage.facts.Facts;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Catalogue;
import multistage.words.Figures;
import multistage.words.FirstLine;
import multistage.words.Language;
import multistage.words.Messages;

/** What a student is told of each claim, in one language: what was found, as far as there is room, and what helps. */
public final class Feedback {
    /** The most lines of a failure that are told, of those that hold words. */
    private static final int LINES = 30;

    private static final String MORE = "…";

    private final Catalogue catalogue;
    private final Figures figures;
    private final Messages messages;
    private final Facts facts;
    private final Map<String, Outcome> byClaim;

    public Feedback(Language language, Judged judged) {
        this.catalogue = Catalogue.read(language);
        this.figures = new Figures(language);
        this.messages = Messages.in(language);
        this.facts = judged.facts();
        this.byClaim = judged.byClaim();
    }

    /** The claim as a sentence that stands alone. */
    public String sentence(String claim) {
        return catalogue.wholeSentence(claim).orElse(claim);
    }

    /** What was found, the first line complete in itself; nothing of a claim that did not run. */
    public List<String> found(String claim) {
        Outcome outcome = byClaim.get(claim);
        if (outcome == null) {
            return List.of();
        }
        return outcome.verdict() == Verdict.HELD
                ? List.of(figures.fill(catalogue.found(claim).orElse(""), facts))
                : lines(messages.say(outcome.message()));
    }

    /** Why it matters, for one that failed. */
    public Optional<String> why(String claim) {
        return failed(claim) ? catalogue.why(claim) : Optional.empty();
    }

    /** What helps towards the mend, for one that failed. */
    public Optional<String> hint(String claim) {
        return failed(claim) ? catalogue.hint(claim) : Optional.empty();
    }

    private boolean failed(String claim) {
        return byClaim.containsKey(claim) && byClaim.get(claim).verdict() == Verdict.FAILED;
    }

    /** Those lines of a message that hold words, as far as there is room. */
    public static List<String> lines(String message) {
        List<String> all = message.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES + 1)
                .map(line -> Cut.within(line.stripTrailing(), FirstLine.LIMIT))
                .toList();
        return all.size() <= LINES
                ? all
                : Stream.concat(all.stream().limit(LINES), Stream.of(MORE)).toList();
    }
}
