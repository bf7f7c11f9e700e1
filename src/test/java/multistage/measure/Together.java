package multistage.measure;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import multistage.engine.DaemonThread;

/** Things done at the same time, each on a thread of its own. Closing waits for all, so that none outlives what it uses. */
final class Together implements AutoCloseable {
    private final Queue<CompletableFuture<?>> started = new ConcurrentLinkedQueue<>();

    <T> CompletableFuture<T> start(Supplier<T> work) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(work, DaemonThread.named("measuring"));
        started.add(future);
        return future;
    }

    /** The results, or what the first of them that failed ended with. */
    static <T> List<T> results(List<CompletableFuture<T>> futures) {
        return futures.stream().map(DaemonThread::result).toList();
    }

    @Override
    public void close() {
        started.forEach(future -> future.handle((result, failure) -> null).join());
    }
}
