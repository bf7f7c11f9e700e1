package multistage.archive;

import multistage.facts.Message;
import multistage.facts.Telling;

/** An archive asks for more than {@link ArchiveLimits} grant: reading ends at once, whichever part of it does. */
final class LimitExceeded extends ArchiveUnreadable implements Telling {
    private static final long serialVersionUID = 1;

    private final transient Message problem;

    LimitExceeded(Message problem) {
        super(problem.english());
        this.problem = problem;
    }

    @Override
    public Message told() {
        return problem;
    }
}
