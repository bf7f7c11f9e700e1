package multistage.run;

import java.lang.reflect.Method;
import java.util.Optional;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Telling;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/** Has the demo measured before a class of claims, once, and notes what becomes of each claim. */
final class Verdicts implements BeforeAllCallback, InvocationInterceptor, TestExecutionExceptionHandler, TestWatcher {
    private static final String DEMO = "demo";

    /** Measuring that fails fails the class, with one message, and not each of its claims. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Run.of(context).requireMeasured();
    }

    /** Notes whose demo is judged: an extension is told of a test's arguments at no other time. */
    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> claim, ExtensionContext context)
            throws Throwable {
        claim.getArguments().stream()
                .filter(Facts.class::isInstance)
                .forEach(facts -> context.getStore(Run.NAMESPACE).put(DEMO, facts.toString()));
        invocation.proceed();
    }

    /**
     * A claim on something that could not be measured is aborted: what failed before has failed on its own. One that fails does
     * so with its hint.
     */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (thrown instanceof NotMeasured reason) {
            throw Run.of(context).notJudged(reason);
        }
        throw thrown instanceof AssertionError failure && failure.getMessage() != null
                ? Run.of(context).explained(demo(context), claim(context), failure)
                : thrown;
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, Verdict.HELD, Message.NONE);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        note(context, Verdict.FAILED, Telling.of(cause));
        if (!(cause instanceof AssertionError)) {
            Run.of(context).broke(demo(context), Telling.of(cause).english());
        }
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        note(context, Verdict.NOT_JUDGED, Telling.of(cause));
    }

    private static void note(ExtensionContext context, Verdict verdict, Message message) {
        Run.of(context).note(demo(context), new Outcome(claim(context), verdict, message));
    }

    private static String demo(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(Run.NAMESPACE).get(DEMO, String.class))
                .orElseThrow();
    }

    private static String claim(ExtensionContext context) {
        return Sentences.key(context.getRequiredTestMethod());
    }
}
