package multistage.claim;

import multistage.answers.Outcome;
import multistage.answers.Outcome.Verdict;
import multistage.facts.NotMeasured;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/** Has the demo measured before a class of claims, once, and notes what becomes of each claim. */
final class Verdicts implements BeforeAllCallback, TestExecutionExceptionHandler, TestWatcher {

    /** Measuring that fails fails the class, with one message, and not each of its claims. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Run.of(context).facts();
    }

    /**
     * A claim on something that could not be measured is aborted: what failed before has failed on its own. One that fails does
     * so with its hint.
     */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (thrown instanceof NotMeasured reason) {
            throw notJudged(reason);
        }
        throw thrown instanceof AssertionError failure && failure.getMessage() != null
                ? Run.of(context).explained(claim(context), failure)
                : thrown;
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, Verdict.HELD, "");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        note(context, Verdict.FAILED, words(cause));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        note(context, Verdict.NOT_JUDGED, words(cause));
    }

    /** What a test on something that could not be measured ends with. */
    static TestAbortedException notJudged(NotMeasured reason) {
        return new TestAbortedException("not judged: " + reason.getMessage());
    }

    /** What was thrown says; of something that was thrown without words, its kind. */
    static String words(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    }

    private static void note(ExtensionContext context, Verdict verdict, String message) {
        Run.of(context).note(new Outcome(claim(context), verdict, message));
    }

    private static String claim(ExtensionContext context) {
        return Sentences.key(context.getRequiredTestMethod());
    }
}
