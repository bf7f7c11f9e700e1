package multistage.engine;

/**
 * The engine died, was restarted or hangs while a run used it: nothing of that run can be judged. Its message is all that
 * its reader needs, so it carries no stack trace.
 */
public final class EngineLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param address where it answered
     * @param operations what it was on at that moment, in words; empty for nothing
     * @param why what shows that it is lost
     */
    EngineLost(String address, String operations, String why) {
        super(
                "The engine at " + address + " was lost in the middle of the run"
                        + (operations.isEmpty() ? "" : ", while " + operations) + ": " + why
                        + ". It died, was restarted or hangs. Nothing was judged. Once it answers again, run this again:"
                        + " that run removes what this one left.",
                null,
                false,
                false);
    }
}
