package multistage.claim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import multistage.answers.Catalogue;
import multistage.answers.Language;
import multistage.answers.Outcome;
import multistage.answers.Outcome.Verdict;
import multistage.facts.Facts;
import multistage.facts.NotMeasured;

/** Judges facts by the claims, as a run of them as tests would, without such a run. */
public final class Judge {
    private Judge() {}

    /** What the principles make of these facts, in the lesson's order: the claims that hold for any good demo. */
    public static List<Outcome> principles(Facts facts) {
        return Catalogue.read(Language.ENGLISH).claims().stream()
                .filter(Judge::isPrinciple)
                .map(claim -> outcome(claim, facts))
                .toList();
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
            return new Outcome(claim, Verdict.HELD, "");
        } catch (NotMeasured reason) {
            return new Outcome(claim, Verdict.NOT_JUDGED, reason.getMessage());
        } catch (AssertionError failed) {
            return new Outcome(claim, Verdict.FAILED, failed.getMessage());
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
