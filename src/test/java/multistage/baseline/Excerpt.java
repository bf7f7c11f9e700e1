package multistage.baseline;

import java.util.List;
import java.util.Optional;
import multistage.baseline.Baseline.Multi;
import multistage.baseline.Baseline.Naive;
import multistage.baseline.Baseline.OnBase;
import multistage.baseline.Baseline.Step;
import multistage.facts.Variant;

/**
 * What a baseline says of images upon one base, weighed as one kind of engine weighs.
 *
 * @param multi the multi-stage image
 * @param naive the naive image, whatever its base is
 * @param onBase the naive image upon that base, if the baseline knows that base
 * @param steps what each step upon the base weighs, if it was weighed so
 */
record Excerpt(Multi multi, Naive naive, Optional<OnBase> onBase, Optional<List<Step>> steps) {

    /**
     * @param base what is known elsewhere of that base
     * @param counts what the engine's history counts
     */
    static Excerpt of(Baseline baseline, OnBase base, String counts) {
        Optional<OnBase> onBase =
                baseline.bases().stream().filter(base::isUponTheSameAs).findFirst();
        return new Excerpt(
                baseline.multi(),
                baseline.naive(),
                onBase,
                onBase.flatMap(entry -> Optional.ofNullable(entry.steps().get(counts))));
    }

    /** What the Dockerfile of that variant said. */
    List<String> dockerfile(Variant variant) {
        return variant == Variant.MULTI ? multi.dockerfile() : naive.dockerfile();
    }

    /** What the naive image weighs over its base. */
    Optional<Long> bytesOverBase() {
        return steps.map(all -> all.stream().mapToLong(Step::bytes).sum());
    }
}
