package multistage.measure;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import multistage.engine.OwnThread;

/** Things done at the same time, each on a thread of its own. Closing waits for all, so that none outlives what it uses. */
final class Together implements AutoCloseable {
    private final Queue<CompletableFuture<?>> started = new ConcurrentLinkedQueue<>();

    <T> CompletableFuture<T> start(Supplier<T> work) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(work, OwnThread.named("measuring"));
        started.add(future);
        return future;
    }

    /** The result, or the exception that the work ended with, as if it had been done here. */
    static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    static <T> List<T> results(List<CompletableFuture<T>> futures) {
        return futures.stream().map(Together::result).toList();
    }

    @Override
    public void close() {
        started.forEach(future -> future.handle((result, failure) -> null).join());
    }
}
