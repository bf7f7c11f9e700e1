package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Optional;
import multistage.facts.Response;
import multistage.measure.fixtures.RawServer;
import multistage.measure.fixtures.RawServer.Then;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceProbeTest {
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final int BODY_LIMIT = 65_536;

    @Test
    void takesStatusHeadersAndBodyAsTheyAreAndFollowsNoRedirect() throws Exception {
        String answer =
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nVary: Accept\r\nVARY: Origin\r\nContent-Length: 6\r\n\r\nété\n";
        try (RawServer server = new RawServer(Then.HANG_UP, answer)) {
            assertThat(ask(server, AMPLE)).hasValueSatisfying(response -> {
                assertThat(response.status()).isEqualTo(302);
                assertThat(response.headers()).contains(entry("vary", "Accept, Origin"), entry("content-length", "6"));
                assertThat(response.body()).isEqualTo("été\n");
                assertThat(response.truncated()).isFalse();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({BODY_LIMIT + ", false", BODY_LIMIT + 1 + ", true"})
    void cutsABodyBeyondTheLimit(int length, boolean truncated) throws Exception {
        try (RawServer server = new RawServer(
                Then.HANG_UP, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length))) {
            assertThat(ask(server, AMPLE)).hasValueSatisfying(response -> {
                assertThat(response.body()).hasSize(BODY_LIMIT);
                assertThat(response.truncated()).isEqualTo(truncated);
            });
        }
    }

    @Test
    void takesWhatHasComeOfABodyThatDoesNotEndInTime() throws Exception {
        try (RawServer server = new RawServer(Then.FALL_SILENT, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHello")) {
            assertThat(ask(server, Duration.ofMillis(500))).hasValueSatisfying(response -> {
                assertThat(response.body()).isEqualTo("Hello");
                assertThat(response.truncated()).isTrue();
            });
        }
    }

    @Test
    void takesHeadersThatNeverEndAndSilenceForNoAnswer() throws Exception {
        try (RawServer endless =
                        new RawServer(Then.REPEAT_THE_LAST, "HTTP/1.1 200 OK\r\n", "X-More: x\r\n".repeat(1000));
                RawServer silent = new RawServer(Then.FALL_SILENT)) {
            assertThat(ask(endless, AMPLE)).isEmpty();
            assertThat(ask(silent, Duration.ofMillis(50))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHello", ""})
    void takesSomethingElseThanAWholeHttpAnswerForNone(String answer) throws Exception {
        try (RawServer server = new RawServer(Then.HANG_UP, answer)) {
            assertThat(ask(server, AMPLE)).isEmpty();
        }
    }

    @Test
    void asksNoProxyOfTheMachine() throws Exception {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("http.nonProxyHosts", "");
        try (RawServer server = new RawServer(Then.HANG_UP, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhere")) {
            assertThat(ask(server, AMPLE)).map(Response::body).contains("here");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    private static Optional<Response> ask(RawServer server, Duration limit) {
        return new ServiceProbe().ask(HttpUrl.get("http://" + server.hostAndPort()), limit);
    }
}
