package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import multistage.engine.fixtures.FakeDocker;
import multistage.engine.fixtures.FakeEngine;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindDownTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration AMPLE = Duration.ofSeconds(8);
    private static final String CONTAINERS = "listContainersCmd";
    private static final String IMAGES = "listImagesCmd";

    private final FakeDocker docker = new FakeDocker();
    private final Builds builds = new Builds();

    private FakeEngine engine;
    private Heartbeat heartbeat;
    private Session session;
    private WindDown windDown;

    @BeforeEach
    void open(@TempDir Path folder) {
        engine = FakeEngine.onSocket(folder.resolve("engine.sock"));
        heartbeat = Heartbeat.of(engine.address(), new Heartbeat.Limits(NEVER, AMPLE, NEVER));
        session = Session.begin(folder);
        docker.answer(CONTAINERS, List.<Container>of())
                .answer("listNetworksCmd", List.<Network>of())
                .answer(IMAGES, List.<Image>of());
        windDown = new WindDown(heartbeat, builds, new Leftovers(docker.client(), session));
        windDown.atExit();
    }

    @AfterEach
    void close() {
        windDown.done();
        session.close();
        heartbeat.close();
        engine.close();
    }

    @Test
    void whatTheRunMadeIsRemovedOnce() {
        windDown.removeAll();

        assertThat(asked(CONTAINERS)).isOne();
        assertThat(asked(IMAGES)).isOne();
    }

    @Test
    void whatACutBuildMakesInTheEndIsRemovedToo() {
        builds.expect("some", answer -> answer);
        builds.apply("some", InputStream.nullInputStream());

        windDown.removeAll();

        assertThat(asked(IMAGES)).isGreaterThan(1);
    }

    @Test
    void anEngineThatIsLostIsAskedForNothing() {
        engine.endLifeline();
        Awaitility.await().atMost(AMPLE).until(heartbeat::isLost);

        windDown.removeAll();
        windDown.processEnds();

        assertThat(docker.asked()).isEmpty();
    }

    @Test
    void nothingBeginsOnceTheProcessIsEnding() {
        assertThatCode(windDown::requireNotBegun).doesNotThrowAnyException();

        windDown.done();
        windDown.processEnds();

        assertThatThrownBy(windDown::requireNotBegun).hasMessage("the run was interrupted");
    }

    @Test
    void theEndOfTheProcessLeavesImagesToTheRunAndWaitsForIt() {
        CompletableFuture<Void> process =
                CompletableFuture.runAsync(windDown::processEnds, DaemonThread.named("the end of a process"));
        Awaitility.await().atMost(AMPLE).until(() -> asked(CONTAINERS) > 0);
        assertThat(process).isNotDone();

        windDown.done();

        assertThat(process).succeedsWithin(AMPLE);
        assertThat(asked(IMAGES)).isZero();
    }

    private long asked(String command) {
        return docker.asked().stream().filter(one -> one.startsWith(command)).count();
    }
}
