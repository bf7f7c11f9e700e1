package multistage.facts;

/** A fact that a claim asked for and that could not be measured, because something that it needs had failed before. */
public final class NotMeasured extends RuntimeException implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message reason;

    /** @param reason what failed before, as a sentence: {@code the naive image did not build} */
    public NotMeasured(Message reason) {
        super(reason.english());
        this.reason = reason;
    }

    @Override
    public Message told() {
        return reason;
    }
}
