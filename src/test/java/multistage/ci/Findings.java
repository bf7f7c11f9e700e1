package multistage.ci;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.baseline.BaselineComparison;
import multistage.baseline.Change;
import multistage.ci.Finding.Level;
import multistage.facts.BuildFacts;
import multistage.facts.Facts;
import multistage.facts.Instruction;
import multistage.facts.Variant;
import multistage.outcome.Feedback;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Catalogue;
import multistage.words.Language;

/** What there is to find in a run: each claim that failed and each fact that moved, at the instruction to look at first. */
public final class Findings {
    private final Catalogue catalogue;
    private final Language language;
    private final String folder;

    /**
     * @param language the language of what is told of claims
     * @param folder where the demo's Dockerfiles and its baseline lie, from the top of their repository; empty for that itself
     */
    public Findings(Language language, String folder) {
        this.catalogue = Catalogue.read(language);
        this.language = language;
        this.folder = folder;
    }

    /** One for each claim that failed, in the order in which these were judged. */
    public List<Finding> of(Judged judged) {
        Feedback feedback = new Feedback(language, judged);
        List<Outcome> failed = judged.byClaim().values().stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAILED)
                .toList();
        Variant ofThePair = isOfNaiveAlone(failed) ? Variant.NAIVE : Variant.MULTI;
        return failed.stream()
                .map(outcome -> failed(outcome.claim(), variant(outcome).orElse(ofThePair), judged.facts(), feedback))
                .toList();
    }

    /** Whose claim it is; empty for one of the pair. */
    private static Optional<Variant> variant(Outcome outcome) {
        return switch (Catalogue.chapter(outcome.claim())) {
            case "NaiveImageTest" -> Optional.of(Variant.NAIVE);
            case "MultiStageImageTest" -> Optional.of(Variant.MULTI);
            default -> Optional.empty();
        };
    }

    /** Whether what is wrong with the pair is the naive image's doing, for all that its own claims and the other's tell. */
    private static boolean isOfNaiveAlone(List<Outcome> failed) {
        List<Variant> variants =
                failed.stream().flatMap(outcome -> variant(outcome).stream()).toList();
        return variants.contains(Variant.NAIVE) && !variants.contains(Variant.MULTI);
    }

    /** One for each fact that has moved from the baseline, and one that is only said for each note. */
    public List<Finding> of(BaselineComparison comparison) {
        Stream<Finding> notes = comparison.notes().stream()
                .map(note -> aboutBaseline("baseline.note", Level.NOTICE, "To know of the baseline", note));
        return Stream.concat(comparison.changes().stream().map(this::moved), notes)
                .toList();
    }

    /** A baseline that cannot be used. */
    public Finding unreadable(String why) {
        return aboutBaseline("baseline.unreadable", Level.ERROR, "Nothing was compared with the baseline", why);
    }

    private Finding aboutBaseline(String check, Level level, String title, String message) {
        return new Finding(
                check, level, Optional.of(file("baseline.json")), Optional.empty(), title, message, Optional.empty());
    }

    private Finding moved(Change change) {
        return new Finding(
                change.check(),
                Level.ERROR,
                Optional.of(file(change.variant().dockerfile())),
                change.line(),
                "Moved from the baseline: " + change.fact(),
                "%s before, %s now: %s, where %s is allowed\nbrought by %s"
                        .formatted(
                                change.baseline(), change.now(), change.change(), change.allowed(), change.broughtBy()),
                Optional.of("if that is meant, mvn test -Dbaseline=update writes the baseline anew"));
    }

    /** A run that could measure nothing: that is about no file. */
    public static Finding nothingMeasured(String why) {
        return new Finding(
                "measuring",
                Level.ERROR,
                Optional.empty(),
                Optional.empty(),
                "Nothing was measured and no claim was judged",
                why,
                Optional.empty());
    }

    private Finding failed(String claim, Variant variant, Facts facts, Feedback feedback) {
        return new Finding(
                claim,
                Level.ERROR,
                Optional.of(file(variant.dockerfile())),
                line(facts.of(variant).build(), catalogue.instructions(claim)),
                feedback.wholeSentence(claim),
                feedback.whole(claim),
                Optional.of(String.join("\n", feedback.help(claim))).filter(help -> !help.isEmpty()));
    }

    private String file(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** Where the build failed; where it did not, the last instruction of the first of these names that there is. */
    private static Optional<Integer> line(BuildFacts build, List<String> names) {
        return build.failedAt()
                .or(() -> names.stream()
                        .flatMap(name -> build.instructions().stream()
                                .filter(instruction -> instruction.keyword().equals(name))
                                .reduce((first, later) -> later)
                                .stream())
                        .findFirst()
                        .map(Instruction::line));
    }
}
