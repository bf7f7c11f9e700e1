package multistage.engine;

import java.util.concurrent.Executor;

/** Threads for work that waits for an engine: one each, and none that keeps the process alive. */
public final class OwnThread {
    private OwnThread() {}

    /** Runs each task on a thread of that name. */
    public static Executor named(String name) {
        return task -> of(name, task).start();
    }

    /** A thread of that name for one task, not yet started. */
    static Thread of(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
