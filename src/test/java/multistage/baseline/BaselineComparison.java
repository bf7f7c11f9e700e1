package multistage.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.baseline.Baseline.OnBase;
import multistage.facts.EngineFacts;
import multistage.facts.Facts;
import multistage.facts.Variant;

/**
 * A demo's facts beside the committed ones.
 *
 * @param baseline the file of the committed ones, relative to the project
 * @param engine the engine that these facts came from
 * @param compared how many facts were compared
 * @param changes those that are further from the baseline than they may be
 * @param rewritten whether the baseline was made of these very facts just now
 * @param notes what else there is to say, a sentence each: what could not be compared and why, and what fails nothing
 */
public record BaselineComparison(
        String baseline,
        EngineFacts engine,
        int compared,
        List<Change> changes,
        boolean rewritten,
        List<String> notes) {
    public BaselineComparison {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** The same, with that to say beside it. */
    BaselineComparison noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new BaselineComparison(baseline, engine, compared, changes, rewritten, more);
    }

    /** Compares what both sides know; {@code rewritten} as above. */
    static BaselineComparison of(String baseline, Baseline committed, Facts facts, boolean rewritten) {
        Baseline measured = Baseline.of(facts);
        OnBase base = measured.bases().get(0);
        String counts = facts.engine().historyCounts();
        Excerpt before = Excerpt.of(committed, base, counts);
        Excerpt now = Excerpt.of(measured, base, counts);
        int compared = 0;
        List<Change> changes = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            Optional<Value> earlier = fact.in(before);
            if (earlier.isPresent()) {
                compared++;
                change(fact, earlier.get(), before, now, facts).ifPresent(changes::add);
            }
        }
        List<String> notes = new ArrayList<>();
        unknown(before, base, counts).ifPresent(notes::add);
        Stream.of(Variant.values())
                .filter(variant -> !before.dockerfile(variant).equals(now.dockerfile(variant)))
                .map(variant -> variant.dockerfile() + " says something else than when the baseline was committed")
                .forEach(notes::add);
        return new BaselineComparison(baseline, facts.engine(), compared, changes, rewritten, notes);
    }

    private static Optional<Change> change(Fact fact, Value earlier, Excerpt before, Excerpt now, Facts facts) {
        Value value = fact.in(now).orElseThrow();
        if (!earlier.hasMoved(value)) {
            return Optional.empty();
        }
        Optional<Cause> cause = Cause.of(fact, before, facts.of(fact.variant()));
        return Optional.of(new Change(
                fact.check(),
                fact.variant(),
                fact.toString(),
                earlier.shown(),
                value.shown(),
                earlier.change(value),
                earlier.allowed(),
                cause.flatMap(Cause::line),
                cause.map(Cause::words).orElse("no instruction that can be named")));
    }

    private static Optional<String> unknown(Excerpt before, OnBase base, String counts) {
        if (before.onBase().isEmpty()) {
            return Optional.of("there is no baseline for this base yet, " + name(base)
                    + ": what the naive image adds to it was not compared");
        }
        return before.steps().isPresent()
                ? Optional.empty()
                : Optional.of("upon this base, " + name(base) + ", the baseline knows no " + counts
                        + ", which this engine counts: what the naive image weighs over it was not compared");
    }

    private static String name(OnBase base) {
        return base.base()
                + (base.standIn() ? " (stand-in)" : " of " + base.layers().size() + " layers");
    }
}
