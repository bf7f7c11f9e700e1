package multistage.run;

import java.lang.reflect.Method;
import multistage.facts.Facts;

/** A claim's key in claims.properties, {@code NaiveImageTest.builds}, and the method that it stands for. */
public final class ClaimKey {
    private static final String CLAIMS = "multistage.";

    private ClaimKey() {}

    /** The key of a claim. */
    static String of(Method claim) {
        return claim.getDeclaringClass().getSimpleName() + "." + claim.getName();
    }

    /**
     * The claim of a key.
     *
     * @throws IllegalArgumentException when there is none; names the key
     */
    public static Method method(String key) {
        String[] classAndMethod = key.split("\\.", 2);
        try {
            return Class.forName(CLAIMS + classAndMethod[0]).getDeclaredMethod(classAndMethod[1], Facts.class);
        } catch (ReflectiveOperationException | ArrayIndexOutOfBoundsException unknown) {
            throw new IllegalArgumentException("there is no claim " + key, unknown);
        }
    }
}
