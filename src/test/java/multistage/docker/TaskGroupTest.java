package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TaskGroupTest {
    @Test
    void thingsAreDoneAtTheSameTimeAndToldInTheirOrder() {
        CountDownLatch bothBegan = new CountDownLatch(2);

        try (TaskGroup together = new TaskGroup("measuring")) {
            assertThat(TaskGroup.results(List.of(
                            together.start(() -> meet(bothBegan, "first")),
                            together.start(() -> meet(bothBegan, "second")))))
                    .containsExactly("first", "second");
        }
    }

    @Test
    void whatFailsFailsAsIfItHadBeenDoneHere() {
        IllegalStateException failure = new IllegalStateException("no such image");

        try (TaskGroup together = new TaskGroup("measuring")) {
            CompletableFuture<Object> failing = together.start(() -> {
                throw failure;
            });

            assertThatThrownBy(() -> TaskGroup.result(failing)).isSameAs(failure);
        }
    }

    @Test
    void itsEndWaitsForAllEvenWhereSomethingFailed() {
        Thread closing = Thread.currentThread();
        CompletableFuture<String> slow;

        try (TaskGroup together = new TaskGroup("measuring")) {
            together.start(() -> {
                throw new IllegalStateException("no such image");
            });
            slow = together.start(() -> {
                Awaitility.await()
                        .pollInterval(5, TimeUnit.MILLISECONDS)
                        .atMost(5, TimeUnit.SECONDS)
                        .until(() -> closing.getState() == Thread.State.WAITING);
                return "done";
            });
        }

        assertThat(slow).isCompletedWithValue("done");
    }

    private static String meet(CountDownLatch all, String result) {
        all.countDown();
        try {
            return all.await(5, TimeUnit.SECONDS) ? result : "alone";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
