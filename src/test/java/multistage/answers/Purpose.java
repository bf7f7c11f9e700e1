package multistage.answers;

import java.util.Locale;

/** What the bytes of an image are for. */
enum Purpose {
    SYSTEM,
    GIT,
    C_COMPILER,
    GO,
    LEFTOVERS,
    PROGRAM,
    OTHER;

    /** Its name in answers.properties, behind {@code purpose.}, and that of its colour. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
