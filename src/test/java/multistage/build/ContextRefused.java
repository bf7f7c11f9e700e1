package multistage.build;

/** A demo's folder cannot be sent to a build; the message says why and what to do, for the one whose folder it is. */
final class ContextRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ContextRefused(String message) {
        super(message);
    }

    ContextRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
