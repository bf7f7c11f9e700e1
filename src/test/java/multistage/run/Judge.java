package multistage.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import multistage.facts.Facts;
import multistage.facts.NotMeasured;
import multistage.facts.Telling;
import multistage.outcome.Outcome;
import multistage.words.Catalogue;
import multistage.words.Language;

/** Judges facts by the claims, as a run of them as tests would, without such a run. */
public final class Judge {
    private Judge() {}

    /** The claims that hold for any good demo, in the lesson's order. */
    public static List<String> principles() {
        return Catalogue.read(Language.ENGLISH).claims().stream()
                .filter(Judge::isPrinciple)
                .toList();
    }

    /** What they make of these facts. */
    public static List<Outcome> principles(Facts facts) {
        return principles().stream().map(claim -> outcome(claim, facts)).toList();
    }

    /** Whether a claim is more than a letter of the lesson's own demo. */
    public static boolean isPrinciple(String claim) {
        return !method(claim).isAnnotationPresent(Letter.class);
    }

    /**
     * What a claim makes of these facts.
     *
     * @throws IllegalStateException when it neither holds nor fails, but throws something else
     */
    public static Outcome outcome(String claim, Facts facts) {
        try {
            ask(claim, facts);
            return Outcome.held(claim);
        } catch (NotMeasured reason) {
            return Outcome.notJudged(claim, reason.told());
        } catch (AssertionError failed) {
            return Outcome.failed(claim, Telling.of(failed));
        }
    }

    private static void ask(String claim, Facts facts) {
        Method method = method(claim);
        try {
            var constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            method.setAccessible(true);
            method.invoke(constructor.newInstance(), facts);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            if (thrown.getCause() instanceof NotMeasured reason) {
                throw reason;
            }
            throw new IllegalStateException(
                    "%s can make nothing of %s: it threw %s".formatted(claim, facts, thrown.getCause()),
                    thrown.getCause());
        } catch (ReflectiveOperationException noClaim) {
            throw new IllegalArgumentException(claim + " cannot be asked", noClaim);
        }
    }

    private static Method method(String claim) {
        String[] classAndMethod = claim.split("\\.", 2);
        try {
            return Class.forName("multistage." + classAndMethod[0]).getDeclaredMethod(classAndMethod[1], Facts.class);
        } catch (ReflectiveOperationException | ArrayIndexOutOfBoundsException unknown) {
            throw new IllegalArgumentException("there is no claim " + claim, unknown);
        }
    }
}
