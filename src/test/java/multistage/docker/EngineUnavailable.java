package multistage.docker;

/** There is no engine to work with, or none any more. Its message is all that its reader needs, so it carries no stack trace. */
public final class EngineUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    EngineUnavailable(String message) {
        super(message, null, false, false);
    }
}
