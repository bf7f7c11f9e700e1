package multistage.assertions;

import multistage.baseline.BaselineComparison;
import multistage.baseline.ChangeTable;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a demo's facts beside the committed ones. */
public final class BaselineComparisonAssert extends AbstractAssert<BaselineComparisonAssert, BaselineComparison> {
    BaselineComparisonAssert(BaselineComparison actual) {
        super(actual, BaselineComparisonAssert.class);
    }

    /**
     * That no fact is further from the baseline than it may be. Fails with a table: each fact that is, what it was and is, the
     * difference, what is allowed, and the instruction that brought it.
     */
    public BaselineComparisonAssert hasNotMoved() {
        isNotNull();
        if (!actual.changes().isEmpty()) {
            failWithMessage(
                    "%s%nIf that is meant, mvn test -Dbaseline=update writes it anew: look at the difference, then commit it.",
                    String.join("\n", new ChangeTable(actual).lines()));
        }
        return this;
    }
}
