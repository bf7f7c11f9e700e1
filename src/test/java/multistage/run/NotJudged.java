package multistage.run;

import multistage.facts.Message;
import multistage.facts.Telling;
import org.opentest4j.TestAbortedException;

/** What a test on something that could not be measured ends with. */
final class NotJudged extends TestAbortedException implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message told;

    /** @param message the same in the language of the run */
    NotJudged(Message told, String message) {
        super(message);
        this.told = told;
    }

    @Override
    public Message told() {
        return told;
    }
}
