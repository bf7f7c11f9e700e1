package multistage.run;

import java.util.Optional;
import multistage.baseline.BaselineComparison;

/**
 * What became of the baseline in a run.
 *
 * @param comparison the facts beside the committed ones, if they were compared
 * @param unreadable why the committed ones cannot be used, if they cannot
 * @param stillToRewrite whether they were to be rewritten, and were not
 */
record BaselineOutcome(Optional<BaselineComparison> comparison, Optional<String> unreadable, boolean stillToRewrite) {}
