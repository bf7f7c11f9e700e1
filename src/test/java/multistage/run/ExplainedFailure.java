package multistage.run;

/**
 * A claim's failure in the language of the run, with why it matters and the hint that goes with it. These show where the failure
 * is shown whole: in the body that JUnit XML gives it, which is all that GitLab shows, and where it is first told on the console.
 */
final class ExplainedFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    private final String whole;
    private final String help;

    /**
     * @param failure what the claim threw
     * @param brief what a list of failures shows of it
     * @param whole the same in the language of the run
     * @param help what helps towards the mend, in lines; empty where there is nothing
     */
    ExplainedFailure(AssertionError failure, String brief, String whole, String help) {
        super(brief);
        this.whole = whole;
        this.help = help;
        setStackTrace(failure.getStackTrace());
    }

    /** Begins as every failure of an assertion does: Surefire takes the failure's type from it. */
    @Override
    public String toString() {
        return AssertionError.class.getName() + ": " + whole + (help.isEmpty() ? "" : "\n" + help);
    }
}
