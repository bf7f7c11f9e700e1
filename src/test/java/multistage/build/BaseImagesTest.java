package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.PullResponseItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import multistage.docker.fixtures.FakeDocker;
import multistage.facts.Message;
import org.junit.jupiter.api.Test;

class BaseImagesTest {
    private static final Consumer<String> NOBODY = line -> {};

    private final FakeDocker docker = new FakeDocker();
    private final BaseImages images = new BaseImages();

    @Test
    void twoBuildsThatNeedTheSameImagePullItOnce() {
        CountDownLatch pulling = new CountDownLatch(1);
        CountDownLatch otherWaits = new CountDownLatch(1);
        docker.<PullResponseItem>tell("pullImageCmd", answer -> {
            pulling.countDown();
            await(otherWaits);
            answer.onComplete();
        });

        CompletableFuture<Optional<Message>> one =
                CompletableFuture.supplyAsync(() -> images.pull("golang:1.23", docker.client(), NOBODY));
        await(pulling);
        CompletableFuture<Optional<Message>> other = CompletableFuture.supplyAsync(
                () -> images.pull("golang:1.23", docker.client(), line -> otherWaits.countDown()));

        assertThat(List.of(one, other))
                .allSatisfy(pull ->
                        assertThat(pull).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty()));
        assertThat(docker.asked()).hasSize(1);
    }

    @Test
    void aPullThatFailedIsNotTriedAgain() {
        docker.<PullResponseItem>tell("pullImageCmd", answer -> answer.onError(new RuntimeException("no such host")));

        Optional<Message> first = images.pull("golang:1.23", docker.client(), NOBODY);

        assertThat(first.orElseThrow().english()).contains("the registry is not in reach");
        assertThat(images.pull("golang:1.23", docker.client(), NOBODY)).isEqualTo(first);
        assertThat(docker.asked()).hasSize(1);
    }

    @Test
    void anotherImageIsAnotherPull() {
        docker.<PullResponseItem>tell("pullImageCmd", answer -> answer.onComplete());

        images.pull("golang:1.23", docker.client(), NOBODY);
        images.pull("alpine:3.20", docker.client(), NOBODY);

        assertThat(docker.asked())
                .containsExactly("pullImageCmd(golang).withTag(1.23)", "pullImageCmd(alpine).withTag(3.20)");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
