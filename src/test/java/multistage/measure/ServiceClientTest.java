package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Optional;
import multistage.facts.Response;
import multistage.measure.fixtures.FakeServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ServiceClientTest {
    private static final int BODY_LIMIT = 65_536;
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void takesStatusHeadersAndBodyAsTheyAre() {
        String answer = "HTTP/1.1 200 OK\r\nX-Made-By: Go\r\nContent-Length: 6\r\n\r\nété\n";

        assertThat(ask(answer)).satisfies(response -> {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).containsOnly(entry("x-made-by", "Go"), entry("content-length", "6"));
            assertThat(response.body()).isEqualTo("été\n");
            assertThat(response.truncated()).isFalse();
        });
    }

    @Test
    void anErrorIsAnAnswerLikeAnother() {
        assertThat(ask("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy"))
                .extracting(Response::status, Response::body)
                .containsExactly(503, "busy");
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(ask("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"))
                .satisfies(response -> {
                    assertThat(response.status()).isEqualTo(302);
                    assertThat(response.headers()).containsEntry("location", "http://127.0.0.1:1/");
                });
    }

    @Test
    void aHeaderThatIsRepeatedKeepsAllItsValues() {
        assertThat(ask("HTTP/1.1 200 OK\r\nVary: Accept\r\nVARY: Origin\r\nContent-Length: 0\r\n\r\n")
                        .headers())
                .containsEntry("vary", "Accept, Origin");
    }

    @Test
    void aBodyUpToTheLimitIsWhole() {
        Response response = ask(withBody("x".repeat(BODY_LIMIT)));

        assertThat(response.body()).hasSize(BODY_LIMIT);
        assertThat(response.truncated()).isFalse();
    }

    @Test
    void aBodyBeyondTheLimitIsCut() {
        Response response = ask(withBody("x".repeat(BODY_LIMIT + 1)));

        assertThat(response.body()).hasSize(BODY_LIMIT);
        assertThat(response.truncated()).isTrue();
    }

    @Test
    void aBodyThatNeverEndsIsCutToo() {
        try (FakeServer server = FakeServer.onPort("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(8192))) {
            assertThat(ask(server, AMPLE))
                    .hasValueSatisfying(
                            response -> assertThat(response.truncated()).isTrue());
        }
    }

    @Test
    void headersThatNeverEndAreNoAnswer() {
        try (FakeServer server = FakeServer.onPort("HTTP/1.1 200 OK\r\n", "X-More: x\r\n".repeat(1000))) {
            assertThat(asked(server, AMPLE)).isEqualTo(ServiceClient.Asked.NOBODY);
        }
    }

    @Test
    void aBodyThatStopsHalfwayIsNoAnswer() {
        try (FakeServer server = FakeServer.onPort("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHello")) {
            assertThat(ask(server, AMPLE)).isEmpty();
        }
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedForBeyondTheLimit() {
        try (FakeServer server = FakeServer.silentOnPort()) {
            assertThat(asked(server, SHORT)).isEqualTo(ServiceClient.Asked.NOBODY);
        }
    }

    @Test
    void whoeverDoesNotAnswerForASecondIsSilent() {
        try (FakeServer server = FakeServer.silentOnPort()) {
            assertThat(asked(server, Duration.ofSeconds(1))).isEqualTo(new ServiceClient.Asked(Optional.empty(), true));
        }
    }

    @Test
    void aBodyThatHasNotEndedInTimeIsCut() {
        try (FakeServer server = FakeServer.breakingOffOnPort("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHello")) {
            assertThat(ask(server, Duration.ofMillis(500)))
                    .hasValueSatisfying(response -> assertThat(response.body()).isEqualTo("Hello"))
                    .hasValueSatisfying(
                            response -> assertThat(response.truncated()).isTrue());
        }
    }

    @Test
    void nobodyThereIsNoAnswer() {
        FakeServer gone = FakeServer.silentOnPort();
        gone.close();

        assertThat(asked(gone, AMPLE)).isEqualTo(ServiceClient.Asked.NOBODY);
    }

    @Test
    void somethingElseThanHttpIsNoAnswer() {
        try (FakeServer server = FakeServer.onPort("SSH-2.0-OpenSSH_9.2\r\n")) {
            assertThat(ask(server, AMPLE)).isEmpty();
        }
    }

    @Test
    void theProxyThatTheMachineGoesThroughIsNotAsked() {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("http.nonProxyHosts", "");
        try {
            assertThat(ask(withBody("here")).body()).isEqualTo("here");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    private static String withBody(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static Response ask(String answer) {
        try (FakeServer server = FakeServer.onPort(answer)) {
            return ask(server, AMPLE).orElseThrow();
        }
    }

    private static Optional<Response> ask(FakeServer server, Duration limit) {
        return asked(server, limit).response();
    }

    private static ServiceClient.Asked asked(FakeServer server, Duration limit) {
        return new ServiceClient().ask(HttpUrl.get("http://" + server.hostAndPort()), limit);
    }
}
