package multistage.facts;

/** Something thrown whose message each language can tell; {@code getMessage()} has it in English. */
public interface Telling {

    /** What there is to tell. */
    Message told();

    /** What was thrown tells; of what is not told so its own words, and of what has none its kind. */
    static Message of(Throwable thrown) {
        if (thrown instanceof Telling telling) {
            return telling.told();
        }
        return Message.verbatim(thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
    }
}
