package multistage.console;

import java.util.ArrayList;
import java.util.List;
import multistage.outcome.Feedback;
import multistage.outcome.Judged;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Language;
import multistage.words.Words;

/**
 * The claims in the lesson's order, one line each with what was found, and a hint beneath each that failed: how a run ends on
 * the console.
 */
public final class Summary {
    private static final String FURTHER = "      ";

    private final Language language;
    private final Words words;
    private final boolean whole;

    private Summary(Language language, boolean whole) {
        this.language = language;
        this.words = Words.read("words", language);
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
    public List<String> lines(Judged judged) {
        Feedback feedback = new Feedback(language, judged);
        List<String> lines = new ArrayList<>();
        feedback.chapters().forEach((heading, claims) -> {
            lines.add(heading);
            claims.forEach(claim -> add(claim, feedback, lines));
        });
        return lines;
    }

    private void add(String claim, Feedback feedback, List<String> lines) {
        Verdict verdict = feedback.verdict(claim);
        lines.add("  " + verdict.sign() + " " + words.say("claim", feedback.sentence(claim), feedback.brief(claim)));
        if (whole && verdict == Verdict.FAILED) {
            feedback.found(claim).stream().skip(1).forEach(line -> lines.add(FURTHER + line));
        }
        feedback.help(claim).forEach(line -> lines.add(FURTHER + line));
    }
}
