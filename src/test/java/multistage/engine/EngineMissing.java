package multistage.engine;

/** No engine to work with. Its message is all that its reader needs, so it carries no stack trace. */
public final class EngineMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    EngineMissing(String message) {
        super(message, null, false, false);
    }
}
