package multistage.measure;

import java.io.IOException;
import java.util.Optional;

/**
 * What came of reading something that may be anybody's: it is there, it is not, or it cannot be read.
 *
 * @param value what was read
 * @param trouble why it could not be
 */
record Reading<T>(Optional<T> value, Optional<String> trouble) {

    /** What reads. */
    interface Source<T> {
        Optional<T> read() throws IOException;
    }

    static <T> Reading<T> of(Source<T> source) {
        try {
            return new Reading<>(source.read(), Optional.empty());
        } catch (IOException unreadable) {
            return new Reading<>(Optional.empty(), Optional.of(unreadable.getMessage()));
        }
    }
}
