package multistage.build;

import multistage.facts.Message;
import multistage.facts.Telling;

/** A demo's folder cannot be sent to a build; the message says why and what to do, for the one whose folder it is. */
final class ContextRefused extends RuntimeException implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message why;

    ContextRefused(Message why) {
        this(why, null);
    }

    ContextRefused(Message why, Throwable cause) {
        super(why.english(), cause);
        this.why = why;
    }

    @Override
    public Message told() {
        return why;
    }
}
