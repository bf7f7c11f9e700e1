package multistage.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import multistage.demo.Demo;
import multistage.docker.TaskGroup;
import multistage.facts.Facts;

/** Measures many demos, several at a time: what becomes of one touches no other. */
public final class ManyDemos {
    private final Function<Demo, Facts> measuring;
    private final int atOnce;

    /**
     * @param measuring how one is measured, on any thread
     * @param atOnce how many may be under way at a time
     */
    public ManyDemos(Function<Demo, Facts> measuring, int atOnce) {
        this.measuring = measuring;
        this.atOnce = atOnce;
    }

    /**
     * One of them, measured or not.
     *
     * @param demo which
     * @param facts what was measured; empty where measuring failed
     * @param failure why it did; empty where it did not
     * @param took how long it was under way
     */
    public record Measured(Demo demo, Optional<Facts> facts, Optional<RuntimeException> failure, Duration took) {}

    /** Begins them in this order, and hands out each on the caller's thread as soon as it is done; returns after the last. */
    public void measure(List<Demo> demos, Consumer<Measured> found) {
        ExecutorService workers =
                Executors.newFixedThreadPool(atOnce, task -> TaskGroup.daemon("measuring a demo", task));
        try {
            CompletionService<Measured> underWay = new ExecutorCompletionService<>(workers);
            demos.forEach(demo -> underWay.submit(() -> measure(demo)));
            for (int done = 0; done < demos.size(); done++) {
                found.accept(underWay.take().get());
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("demos could not be measured", broken.getCause());
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while demos were measured", cut);
        } finally {
            workers.shutdownNow();
        }
    }

    private Measured measure(Demo demo) {
        Instant start = Instant.now();
        try {
            Facts facts = measuring.apply(demo);
            return new Measured(demo, Optional.of(facts), Optional.empty(), Duration.between(start, Instant.now()));
        } catch (RuntimeException failure) {
            return new Measured(demo, Optional.empty(), Optional.of(failure), Duration.between(start, Instant.now()));
        }
    }
}
