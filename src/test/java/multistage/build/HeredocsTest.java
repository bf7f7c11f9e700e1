package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import multistage.facts.EngineFacts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HeredocsTest {
    private static final Dockerfile WITH = Dockerfile.of("COPY <<EOF main.go\nEOF\n");
    private static final Dockerfile WITHOUT = Dockerfile.of("COPY main.go .\n");

    private final Heredocs heredocs = new Heredocs();
    private final CountDownLatch firstUnderWay = new CountDownLatch(1);
    private final CountDownLatch secondUnderWay = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void onPodmanASecondOneWaitsForItsTurn() throws InterruptedException {
        Thread first = build("Podman", WITH, firstUnderWay);
        firstUnderWay.await();
        Thread second = build("Podman", WITH, secondUnderWay);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> second.getState() == Thread.State.WAITING);
        assertThat(secondUnderWay.getCount()).isEqualTo(1);

        end.countDown();
        first.join();
        second.join();
        assertThat(secondUnderWay.getCount()).isZero();
    }

    @Test
    void onPodmanOneWithoutAHeredocWaitsForNone() throws InterruptedException {
        assertThat(isBuiltMeanwhile("Podman", WITHOUT)).isTrue();
    }

    @Test
    void onDockerNoneWaits() throws InterruptedException {
        assertThat(isBuiltMeanwhile("Docker", WITH)).isTrue();
    }

    private boolean isBuiltMeanwhile(String engine, Dockerfile dockerfile) throws InterruptedException {
        Thread first = build(engine, WITH, firstUnderWay);
        firstUnderWay.await();
        Thread second = build(engine, dockerfile, secondUnderWay);
        boolean meanwhile = secondUnderWay.await(10, TimeUnit.SECONDS);
        end.countDown();
        first.join();
        second.join();
        return meanwhile;
    }

    /** One that is under way until the end of the test. */
    private Thread build(String engine, Dockerfile dockerfile, CountDownLatch underWay) {
        EngineFacts facts = new EngineFacts(engine, "5.4.2", "overlay", "unix:///a.sock");
        Thread building = new Thread(
                () -> heredocs.inTurn(facts, dockerfile, () -> {
                    underWay.countDown();
                    return await(end);
                }),
                "a build");
        building.start();
        return building;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException cut) {
            throw new IllegalStateException(cut);
        }
    }
}
