package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TaskGroupTest {
    @Test
    void closingWaitsForAllEvenWhereOneFailedAsItDid() {
        IllegalStateException failure = new IllegalStateException("no such image");
        Thread closing = Thread.currentThread();
        CompletableFuture<String> slow;
        CompletableFuture<String> failing;

        try (TaskGroup tasks = new TaskGroup("test")) {
            failing = tasks.start(() -> {
                throw failure;
            });
            slow = tasks.start(() -> {
                Awaitility.await().until(() -> closing.getState() == Thread.State.WAITING);
                return "done";
            });
        }

        assertThat(slow).isCompletedWithValue("done");
        assertThatThrownBy(() -> TaskGroup.result(failing)).isSameAs(failure);
    }
}
