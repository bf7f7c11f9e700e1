package multistage.measure;

import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.util.Optional;
import multistage.docker.EngineWords;
import multistage.facts.Message;
import multistage.facts.Telling;

/**
 * What came of reading something that may be anybody's: it is there, it is not, or it cannot be read.
 *
 * @param value what was read
 * @param trouble why it could not be
 */
record Reading<T>(Optional<T> value, Optional<Message> trouble) {

    /** What reads. */
    interface Source<T> {
        Optional<T> read() throws IOException;
    }

    static <T> Reading<T> of(Source<T> source) {
        try {
            return new Reading<>(source.read(), Optional.empty());
        } catch (IOException unreadable) {
            return new Reading<>(Optional.empty(), Optional.of(Telling.of(unreadable)));
        } catch (DockerException refused) {
            return new Reading<>(
                    Optional.empty(), Optional.of(Message.of("the engine says: %s", EngineWords.of(refused))));
        }
    }
}
