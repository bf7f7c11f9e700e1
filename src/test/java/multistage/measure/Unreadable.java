package multistage.measure;

import java.io.IOException;
import multistage.facts.Message;
import multistage.facts.Telling;

/** Something of an image that cannot be read, for a reason that each language can tell. */
final class Unreadable extends IOException implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message why;

    Unreadable(Message why) {
        super(why.english());
        this.why = why;
    }

    @Override
    public Message told() {
        return why;
    }
}
