package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import multistage.engine.fixtures.FakeEngine;
import multistage.engine.fixtures.FakeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressTest {
    private static final Duration AMPLE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void anEngineAnswersOnASocket() {
        try (FakeServer engine = FakeServer.onSocket(folder.resolve("engine.sock"), FakeServer.PONG)) {
            assertThat(whySilent(engine.address(), AMPLE)).isEmpty();
        }
    }

    @Test
    void anEngineAnswersOnAPort() {
        try (FakeServer engine = FakeServer.onPort(FakeServer.PONG)) {
            assertThat(whySilent(engine.address(), AMPLE)).isEmpty();
        }
    }

    @Test
    void anotherStatusIsNoSignOfLife() {
        String failing = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";
        try (FakeServer engine = FakeServer.onPort(failing)) {
            assertThat(whySilent(engine.address(), AMPLE)).contains("it answered with status 500");
        }
    }

    @Test
    void somethingElseThanHttpIsNoSignOfLife() {
        try (FakeServer engine = FakeServer.onPort("SSH-2.0-OpenSSH_9.2\r\n")) {
            assertThat(whySilent(engine.address(), AMPLE)).isPresent();
        }
    }

    @Test
    void aSocketThatIsNotThereIsNamedAsSuch() {
        Address nothing = Address.usual("unix://" + folder.resolve("no.sock"));

        assertThat(whySilent(nothing, AMPLE)).contains("there is no such socket");
    }

    @Test
    void aSocketThatAnEngineLeftBehindRefuses() {
        Address dead = FakeServer.dead(folder.resolve("dead.sock"));

        assertThat(whySilent(dead, AMPLE).orElseThrow()).containsIgnoringCase("refused");
    }

    @Test
    void whoeverStaysSilentIsNotWaitedForBeyondTheLimit() {
        try (FakeServer silent = FakeServer.silentOnSocket(folder.resolve("silent.sock"))) {
            assertThat(silent.address().whySilent(Duration.ofMillis(100)))
                    .succeedsWithin(AMPLE)
                    .satisfies(why -> assertThat(why.orElseThrow()).startsWith("no answer within"));
        }
    }

    @Test
    void aSignOfLifeIsAPing() {
        try (FakeEngine engine = FakeEngine.onSocket(folder.resolve("engine.sock"))) {
            assertThat(whySilent(engine.address(), AMPLE)).isEmpty();
            assertThat(engine.asked()).containsExactly("GET /_ping HTTP/1.1");
        }
    }

    @Test
    void aSignOfLifeCanBeTheAnswerToAnotherPath() {
        try (FakeEngine engine = FakeEngine.onSocket(folder.resolve("engine.sock"))) {
            assertThat(engine.address().whySilent("/version", AMPLE))
                    .succeedsWithin(AMPLE)
                    .satisfies(why -> assertThat(why).isEmpty());
            assertThat(engine.asked()).containsExactly("GET /version HTTP/1.1");
        }
    }

    @Test
    void anEngineThatAnswersNothingElseIsSilentOnThatPath() {
        try (FakeEngine engine = FakeEngine.onPort().answering(question -> FakeEngine.SILENCE)) {
            assertThat(engine.address().whySilent("/version", Duration.ofMillis(50)))
                    .succeedsWithin(AMPLE)
                    .satisfies(why -> assertThat(why.orElseThrow()).startsWith("no answer within"));
        }
    }

    @Test
    void aSocketIsAFile() {
        assertThat(Address.usual("unix:///run/engine.sock").isSocketFile()).isTrue();
        assertThat(Address.usual("tcp://127.0.0.1:2375").isSocketFile()).isFalse();
    }

    @Test
    void saysWhoNamedIt() {
        assertThat(new Address(
                        "DOCKER_HOST", Address.usual("unix:///run/engine.sock").transport()))
                .hasToString("unix:///run/engine.sock (DOCKER_HOST)");
    }

    private static Optional<String> whySilent(Address address, Duration limit) {
        return address.whySilent(limit).join();
    }
}
