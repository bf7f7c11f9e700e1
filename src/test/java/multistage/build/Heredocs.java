package multistage.build;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import multistage.facts.EngineFacts;

/**
 * Whose turn it is to build a Dockerfile with a heredoc. Podman keeps what a heredoc holds in a file that is named after its end
 * word alone, so that two builds at a time read each other's, or find none (seen with 5.4.2); Docker does not.
 */
final class Heredocs {
    private final Lock turn = new ReentrantLock();

    /** Builds, on Podman when no other build with a heredoc is under way. */
    <T> T inTurn(EngineFacts engine, Dockerfile dockerfile, Supplier<T> build) {
        if (!engine.isPodman() || !hasHeredoc(dockerfile)) {
            return build.get();
        }
        turn.lock();
        try {
            return build.get();
        } finally {
            turn.unlock();
        }
    }

    private static boolean hasHeredoc(Dockerfile dockerfile) {
        return dockerfile.instructions().stream()
                .anyMatch(instruction -> instruction.heredoc().isPresent());
    }
}
