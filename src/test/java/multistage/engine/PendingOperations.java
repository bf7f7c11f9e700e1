package multistage.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What an engine is asked for, each for as long as its answer, or the next part of it, is waited for. */
final class PendingOperations {
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Set<Operation> cut = ConcurrentHashMap.newKeySet();

    /** No record: two that began at once are two. */
    private static final class Wait {
        private final Operation operation;
        private final Instant since = Instant.now();

        Wait(Operation operation) {
            this.operation = operation;
        }
    }

    /** What is waited for. */
    interface Answer<T> {
        T get() throws IOException;
    }

    /** Waits for an answer, or a part of it. */
    <T> T waitFor(Operation operation, Answer<T> answer) throws IOException {
        Wait wait = new Wait(operation);
        waits.add(wait);
        try {
            return answer.get();
        } catch (IOException | RuntimeException failed) {
            cut.add(operation);
            throw failed;
        } finally {
            waits.remove(wait);
        }
    }

    /** One that has been waited for beyond the limit, without a reason to take that long. */
    Optional<Operation> overdue(Duration limit) {
        Instant before = Instant.now().minus(limit);
        return waits.stream()
                .filter(wait -> wait.since.isBefore(before) && !wait.operation.maySilentlyTakeLong())
                .map(wait -> wait.operation)
                .findFirst();
    }

    /** All that are waited for or were cut, in words: {@code building an image, starting a container}; empty for none. */
    @Override
    public String toString() {
        Set<Operation> all = EnumSet.noneOf(Operation.class);
        waits.forEach(wait -> all.add(wait.operation));
        all.addAll(cut);
        if (all.size() > 1) {
            all.remove(Operation.OTHER);
        }
        return all.stream().map(Operation::toString).collect(Collectors.joining(", "));
    }
}
