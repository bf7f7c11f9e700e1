package multistage.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The errands that an engine is on, each for as long as its answer, or the next part of it, is waited for. */
final class Errands {
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Set<Errand> cut = ConcurrentHashMap.newKeySet();

    /** No record: two that began at once are two. */
    private static final class Wait {
        private final Errand errand;
        private final Instant since = Instant.now();

        Wait(Errand errand) {
            this.errand = errand;
        }
    }

    /** What is waited for. */
    interface Answer<T> {
        T get() throws IOException;
    }

    /** Waits for an answer, or a part of it. */
    <T> T waitFor(Errand errand, Answer<T> answer) throws IOException {
        Wait wait = new Wait(errand);
        waits.add(wait);
        try {
            return answer.get();
        } catch (IOException | RuntimeException failed) {
            cut.add(errand);
            throw failed;
        } finally {
            waits.remove(wait);
        }
    }

    /** One that has been waited for beyond the limit, without a reason to take that long. */
    Optional<Errand> overdue(Duration limit) {
        Instant before = Instant.now().minus(limit);
        return waits.stream()
                .filter(wait -> wait.since.isBefore(before) && !wait.errand.maySilentlyTakeLong())
                .map(wait -> wait.errand)
                .findFirst();
    }

    /** All that are waited for or were cut, in words: {@code building an image, starting a container}; empty for none. */
    @Override
    public String toString() {
        Set<Errand> all = EnumSet.noneOf(Errand.class);
        waits.forEach(wait -> all.add(wait.errand));
        all.addAll(cut);
        if (all.size() > 1) {
            all.remove(Errand.OTHER);
        }
        return all.stream().map(Errand::toString).collect(Collectors.joining(", "));
    }
}
