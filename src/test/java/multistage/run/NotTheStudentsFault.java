package multistage.run;

import multistage.facts.Message;
import multistage.facts.Telling;

/** What keeps students from being measured and is no fault of theirs. Its message is all that its reader needs, so it carries no stack trace. */
final class NotTheStudentsFault extends RuntimeException implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message told;

    NotTheStudentsFault(Message told) {
        super(told.english(), null, false, false);
        this.told = told;
    }

    @Override
    public Message told() {
        return told;
    }
}
