package multistage.docker;

import multistage.facts.Message;
import multistage.facts.Telling;

/** A demo cannot be built as it lies there; the message says why and what to do, for the one whose demo it is. */
final class BuildRefused extends RuntimeException implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message why;

    BuildRefused(Message why) {
        this(why, null);
    }

    BuildRefused(Message why, Throwable cause) {
        super(why.english(), cause);
        this.why = why;
    }

    @Override
    public Message told() {
        return why;
    }
}
