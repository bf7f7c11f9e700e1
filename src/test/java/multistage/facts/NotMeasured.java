package multistage.facts;

/** A fact that a claim asked for and that could not be measured, because something that it needs had failed before. */
public final class NotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason what failed before, as a sentence: {@code the naive image did not build} */
    public NotMeasured(String reason) {
        super(reason);
    }
}
