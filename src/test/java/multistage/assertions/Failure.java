package multistage.assertions;

import multistage.facts.Message;
import multistage.facts.Telling;

/** The failure of an assertion on facts. */
final class Failure extends AssertionError implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message told;

    Failure(Message told) {
        super(told.english());
        this.told = told;
    }

    @Override
    public Message told() {
        return told;
    }
}
