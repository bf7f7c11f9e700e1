package multistage.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import multistage.words.Hints;
import multistage.words.Language;
import multistage.words.Messages;

/** What there is to tell of each claim, in one language: its sentence, what was found, and what helps. Whoever tells it lays it out. */
public final class Feedback {
    /** The most lines of a failure that are told, of those that hold words. */
    private static final int LINES = 30;

    private static final String MORE = "…";

    private final Catalogue catalogue;
    private final Figures figures;
    private final Hints hints;
    private final Messages messages;
    private final Facts facts;
    private final Map<String, Outcome> byClaim;

    /** @param judged the demo of which it is told */
    public Feedback(Language language, Judged judged) {
        this.catalogue = Catalogue.read(language);
        this.figures = new Figures(language);
        this.hints = new Hints(language);
        this.messages = Messages.in(language);
        this.facts = judged.facts();
        this.byClaim = judged.byClaim();
    }

    /** The claims that were judged, in the lesson's order, by the headings of their classes. */
    public Map<String, List<String>> chapters() {
        Map<String, List<String>> chapters = new LinkedHashMap<>();
        for (String claim : catalogue.claims()) {
            if (byClaim.containsKey(claim)) {
                chapters.computeIfAbsent(sentence(Catalogue.chapter(claim)), heading -> new ArrayList<>())
                        .add(claim);
            }
        }
        return chapters;
    }

    /** The claim as it stands beneath its class's heading, {@code has one layer}; of a class, its heading. */
    public String sentence(String claim) {
        return catalogue.sentence(claim).orElse(claim);
    }

    /** The claim as a sentence that stands alone: {@code The multi-stage image has one layer}. */
    public String wholeSentence(String claim) {
        return catalogue.wholeSentence(claim).orElse(claim);
    }

    /** What became of a claim; not judged is what did not run. */
    public Verdict verdict(String claim) {
        return outcome(claim).map(Outcome::verdict).orElse(Verdict.NOT_JUDGED);
    }

    /** All that was found, of any length; nothing of a claim that did not run. */
    public String whole(String claim) {
        return outcome(claim).map(this::found).orElse("");
    }

    /** What was found, as far as there is room: its lines that hold words, the first complete in itself. */
    public List<String> found(String claim) {
        List<String> all = whole(claim)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES + 1)
                .map(line -> Cut.within(line.stripTrailing(), FirstLine.LIMIT))
                .toList();
        return all.size() <= LINES
                ? all
                : Stream.concat(all.stream().limit(LINES), Stream.of(MORE)).toList();
    }

    /** What was found, in one line. */
    public String brief(String claim) {
        return FirstLine.of(whole(claim));
    }

    /** Why it matters, for one that failed. */
    public Optional<String> why(String claim) {
        return failed(claim) ? catalogue.why(claim) : Optional.empty();
    }

    /** What helps towards the mend, for one that failed. */
    public Optional<String> hint(String claim) {
        return failed(claim) ? catalogue.hint(claim) : Optional.empty();
    }

    /** Both in lines, each marked as what it is. */
    public List<String> help(String claim) {
        return failed(claim) ? hints.of(claim) : List.of();
    }

    private Optional<Outcome> outcome(String claim) {
        return Optional.ofNullable(byClaim.get(claim));
    }

    private String found(Outcome outcome) {
        return outcome.verdict() == Verdict.HELD
                ? figures.fill(catalogue.found(outcome.claim()).orElse(""), facts)
                : messages.say(outcome.message());
    }

    private boolean failed(String claim) {
        return verdict(claim) == Verdict.FAILED;
    }
}
