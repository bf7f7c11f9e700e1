package multistage.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Threads for work that waits for an engine: one each, and none that keeps the process alive. */
public final class DaemonThread {
    private DaemonThread() {}

    /** Runs each task on a thread of that name. */
    public static Executor named(String name) {
        return task -> of(name, task).start();
    }

    /** The result of work on another thread, or what it ended with, as if it had been done on this one. */
    public static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** A thread of that name for one task, not yet started. */
    public static Thread of(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
