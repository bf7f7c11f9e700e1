package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import multistage.docker.fixtures.FakeDocker;
import multistage.facts.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PullTest {
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final Duration BRIEF = Duration.ofMillis(5);

    private final FakeDocker docker = new FakeDocker();
    private final List<String> shown = new ArrayList<>();

    @Test
    void anImageThatComesIsLocalThen() {
        assertThat(pull(answer -> {
                    answer.onNext(item("{\"status\": \"Pulling from library/golang\", \"id\": \"1.23\"}"));
                    answer.onComplete();
                }))
                .isEmpty();
        assertThat(docker.asked()).containsExactly("pullImageCmd(golang).withTag(1.23)");
        assertThat(shown)
                .containsExactly(
                        "pulling golang:1.23, which the build needs and this engine does not have",
                        "pulled golang:1.23");
    }

    @Test
    void aPullIsWaitedFor() {
        Thread waiting = Thread.currentThread();

        assertThat(pull(answer -> new Thread(() -> {
                            Awaitility.await()
                                    .pollInterval(BRIEF)
                                    .atMost(AMPLE)
                                    .until(() -> waiting.getState() != Thread.State.RUNNABLE);
                            answer.onComplete();
                        })
                        .start()))
                .isEmpty();
    }

    @Test
    void anErrorOnTheWayEndsIt() {
        assertThat(pull(answer -> answer.onNext(item("""
                        {"error": "write: no space left on device",
                         "errorDetail": {"message": "write: no space left on device"}}"""))))
                .contains(PullFailure.explain("golang:1.23", "write: no space left on device"));
        assertThat(shown).last().isEqualTo("could not pull golang:1.23: write: no space left on device");
    }

    @Test
    void anErrorWithoutDetailsToo() {
        assertThat(pull(answer -> answer.onNext(item("{\"error\": \"manifest unknown\"}"))))
                .contains(PullFailure.explain("golang:1.23", "manifest unknown"));
    }

    @Test
    void aRefusalEndsIt() {
        assertThat(pull(answer -> answer.onError(new NotFoundException("manifest unknown\n")))
                        .orElseThrow()
                        .english())
                .endsWith("the engine said: Status 404: manifest unknown");
    }

    @Test
    void whatMakesNoProgressIsGivenUpAndHungUpOn() {
        AtomicBoolean hungUp = new AtomicBoolean();
        docker.<PullResponseItem>tell("pullImageCmd", answer -> answer.onStart(() -> hungUp.set(true)));

        assertThat(new Pull("golang:1.23", BRIEF, shown::add)
                        .from(docker.client())
                        .orElseThrow()
                        .english())
                .startsWith("golang:1.23 is needed and cannot be pulled: the registry is not in reach.")
                .contains("no progress for");
        assertThat(hungUp).isTrue();
    }

    private Optional<Message> pull(Consumer<ResultCallback<PullResponseItem>> story) {
        docker.tell("pullImageCmd", story);
        return new Pull("golang:1.23", AMPLE, shown::add).from(docker.client());
    }

    private static PullResponseItem item(String json) {
        return FakeDocker.json(PullResponseItem.class, json);
    }
}
