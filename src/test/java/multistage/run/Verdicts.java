package multistage.run;

import java.lang.reflect.Method;
import multistage.facts.Facts;
import multistage.facts.NotMeasured;
import multistage.facts.Telling;
import multistage.outcome.Outcome;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Has the demo measured before a class of claims, once, and notes what becomes of each claim. */
final class Verdicts implements BeforeAllCallback, InvocationInterceptor {

    /** Measuring that fails fails the class, with one message, and not each of its claims. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Run.of(context).requireMeasured();
    }

    /**
     * A claim on something that could not be measured is aborted: what failed before has failed on its own. One that fails does
     * so with its hint.
     */
    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> asked, ExtensionContext context)
            throws Throwable {
        Run run = Run.of(context);
        String claim = ClaimKey.of(asked.getExecutable());
        String demo = ((Facts) asked.getArguments().get(0)).demo();
        try {
            invocation.proceed();
            run.note(demo, Outcome.held(claim));
        } catch (NotMeasured lacking) {
            run.note(demo, Outcome.of(claim, lacking));
            throw run.notJudged(lacking);
        } catch (AssertionError failure) {
            run.note(demo, Outcome.of(claim, failure));
            throw run.explained(demo, claim, failure);
        } catch (Throwable broken) {
            run.note(demo, Outcome.of(claim, broken));
            run.broke(demo, Telling.of(broken).english());
            throw broken;
        }
    }
}
