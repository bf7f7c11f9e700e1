package multistage.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import multistage.answers.Outcome;
import multistage.baseline.BaselineComparison;
import multistage.baseline.BaselineUnreadable;
import multistage.baseline.Gate;
import multistage.facts.Facts;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One run of the claims: the demo is measured once, when the first claim needs it; at the end the verdicts are told. */
final class Run implements AutoCloseable {
    private final Supplier<Facts> measuring;
    private final Supplier<Gate> gates;
    private final Ending ending;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Optional<Facts> facts = Optional.empty();
    private Optional<Gate> gate = Optional.empty();
    private Optional<BaselineComparison> comparison = Optional.empty();
    private Optional<BaselineUnreadable> unreadable = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    /**
     * @param measuring how its facts are made
     * @param gates how that is made which holds them to the committed ones
     * @param ending how it ends
     */
    Run(Supplier<Facts> measuring, Supplier<Gate> gates, Ending ending) {
        this.measuring = measuring;
        this.gates = gates;
        this.ending = ending;
    }

    /** The run that this test belongs to. */
    static Run of(ExtensionContext context) {
        return of(context, () -> new Run(ReferenceDemo::measure, ReferenceDemo::gate, Ending.ofRun()));
    }

    /** The same; where it only begins, this is what begins. */
    static Run of(ExtensionContext context, Supplier<Run> first) {
        return context.getRoot()
                .getStore(Namespace.create(Run.class))
                .computeIfAbsent(Run.class, none -> first.get(), Run.class);
    }

    /** What was measured; where measuring failed, it fails again in the same words and is not tried again. */
    synchronized Facts facts() {
        failure.ifPresent(again -> {
            throw again;
        });
        if (facts.isEmpty()) {
            try {
                ending.begin();
                gate = Optional.of(gates.get());
                gate.get().forgetEarlier();
                facts = Optional.of(measuring.get());
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return facts.get();
    }

    /** The same beside the committed facts. */
    synchronized BaselineComparison comparison() {
        if (comparison.isEmpty()) {
            Facts measured = facts();
            try {
                comparison = gate.map(committed -> committed.judge(measured));
            } catch (BaselineUnreadable e) {
                unreadable = Optional.of(e);
                throw e;
            }
        }
        return comparison.orElseThrow();
    }

    synchronized void note(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** The failure of a claim, with its hint. */
    AssertionError explained(String claim, AssertionError failure) {
        return ending.hint(claim)
                .<AssertionError>map(hint -> new Explained(failure, hint))
                .orElse(failure);
    }

    /** What became of the baseline, for the end of the run. */
    private BaselineOutcome baselineOutcome() {
        return new BaselineOutcome(
                comparison,
                unreadable.map(Throwable::getMessage),
                comparison.isEmpty() && gate.filter(Gate::isUpdate).isPresent());
    }

    /** Ends the run, whether its claims held or not; one that could measure nothing has that alone to tell, to CI. */
    @Override
    public synchronized void close() {
        facts.ifPresent(measured -> ending.tell(measured, outcomes, baselineOutcome()));
        failure.ifPresent(why -> ending.tellThatNothingWasMeasured(Verdicts.words(why)));
    }
}
