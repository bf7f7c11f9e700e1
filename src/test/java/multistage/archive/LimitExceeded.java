package multistage.archive;

/** An archive asks for more than {@link Limits} grant: reading ends at once, whichever part of it does. */
final class LimitExceeded extends ArchiveUnreadable {
    private static final long serialVersionUID = 1;

    LimitExceeded(String problem) {
        super(problem);
    }
}
