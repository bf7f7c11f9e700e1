package multistage.baseline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import multistage.baseline.Baseline.OnBase;
import multistage.baseline.Baseline.Step;
import multistage.baseline.BaselineFile.Kept;
import multistage.facts.Facts;

/** Holds a demo's facts to the committed ones, or commits to them anew. */
public final class Gate {
    private final BaselineFile committed;
    private final BaselineFile review;
    private final boolean update;

    private Gate(BaselineFile committed, BaselineFile review, boolean update) {
        this.committed = committed;
        this.review = review;
        this.update = update;
    }

    /**
     * @param committed the file of the committed facts
     * @param review where a baseline is left that differs from the committed one, for people to look at
     * @param option {@code update} to rewrite the committed file; null to compare with it
     * @param ci what the environment variable CI says: a run of CI rewrites nothing
     * @throws IllegalArgumentException for another option, and for an update in CI
     */
    public static Gate of(Path committed, Path review, String option, String ci) {
        if (option != null && !option.equals("update")) {
            throw new IllegalArgumentException("-Dbaseline=" + option + " is not known; it takes: update");
        }
        if (option != null && "true".equalsIgnoreCase(ci)) {
            throw new IllegalArgumentException("-Dbaseline=update is refused where CI=true, lest a gate open itself:"
                    + " run it on your own machine, or take the " + review.getFileName() + " that a run leaves in "
                    + review.getParent() + ", look at what has changed in it, and commit it as " + committed);
        }
        return new Gate(new BaselineFile(committed), new BaselineFile(review), option != null);
    }

    /** Whether it is to rewrite the committed file. */
    public boolean isUpdate() {
        return update;
    }

    /** Removes what an earlier run left for review, lest it pass for this one's. */
    public void forgetEarlier() {
        review.delete();
    }

    /**
     * Compares, having rewritten the committed file first if that is asked. Where the facts give another baseline than the
     * committed one, it is left for review.
     *
     * @throws multistage.facts.NotMeasured when the facts lack what is compared
     * @throws BaselineUnreadable when the committed file cannot be used
     */
    public BaselineComparison judge(Facts facts) {
        Baseline measured = Baseline.of(facts);
        if (update) {
            return rewritten(measured, facts);
        }
        BaselineComparison found = BaselineComparison.of(committed.toString(), committed.read(), facts, false);
        if (!found.changes().isEmpty() || !found.notes().isEmpty()) {
            review.write(merged(known(measured), measured));
        }
        return found;
    }

    private BaselineComparison rewritten(Baseline measured, Facts facts) {
        Kept known = known(measured);
        committed.write(merged(known, measured));
        BaselineComparison found = BaselineComparison.of(committed.toString(), committed.read(), facts, true);
        return known.lost() == 0
                ? found
                : found.noting("of " + known.lost() + " of its bases the entries could not be read, and are gone");
    }

    private Kept known(Baseline measured) {
        return committed.basesUnder(measured.naive().dockerfile());
    }

    /** What was measured, and of the same Dockerfile-naive what was known of other bases, or weighed by other engines. */
    private static Baseline merged(Kept known, Baseline measured) {
        OnBase upon = measured.bases().get(0);
        List<OnBase> bases = new ArrayList<>(known.bases());
        Optional<OnBase> before = bases.stream().filter(upon::isUponTheSameAs).findFirst();
        Map<String, List<Step>> steps = new TreeMap<>(before.map(OnBase::steps).orElse(Map.of()));
        steps.putAll(upon.steps());
        OnBase merged =
                new OnBase(upon.base(), upon.standIn(), upon.layers(), upon.env(), upon.workingDirectory(), steps);
        before.ifPresentOrElse(entry -> bases.set(bases.indexOf(entry), merged), () -> bases.add(merged));
        return new Baseline(measured.schema(), measured.multi(), measured.naive(), bases);
    }
}
