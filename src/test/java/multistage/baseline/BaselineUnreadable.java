package multistage.baseline;

/** A baseline that cannot be used; the message says which, why, and what to do. */
public final class BaselineUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    BaselineUnreadable(String message) {
        super(message);
    }
}
