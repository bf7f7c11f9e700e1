package multistage.claim;

/**
 * A claim's failure with the hint that goes with it. Its message is the failure's own. The hint shows where the failure is shown
 * whole: in the body that JUnit XML gives it, which is all that GitLab shows, and where it is first told on the console.
 */
final class Explained extends AssertionError {
    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param failure what the claim threw
     * @param hint what helps towards the mend
     */
    Explained(AssertionError failure, String hint) {
        super(failure.getMessage());
        this.hint = hint;
        setStackTrace(failure.getStackTrace());
    }

    /** Begins as every failure of an assertion does: Surefire takes the failure's type from it. */
    @Override
    public String toString() {
        return AssertionError.class.getName() + ": " + getMessage() + "\n" + hint;
    }
}
