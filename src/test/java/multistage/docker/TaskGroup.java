package multistage.docker;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Tasks done at the same time, each on a daemon thread of its own. Closing waits for all, so that none outlives what it uses. */
public final class TaskGroup implements AutoCloseable {
    private final Queue<CompletableFuture<?>> started = new ConcurrentLinkedQueue<>();
    private final String name;

    /** @param name what its threads are called */
    public TaskGroup(String name) {
        this.name = name;
    }

    public <T> CompletableFuture<T> start(Supplier<T> task) {
        CompletableFuture<T> future =
                CompletableFuture.supplyAsync(task, work -> daemon(name, work).start());
        started.add(future);
        return future;
    }

    /** A task's result, or the very exception that it ended with. */
    public static <T> T result(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** A thread that does not keep the process alive, not yet started. */
    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        started.forEach(task -> task.handle((result, failure) -> null).join());
    }
}
