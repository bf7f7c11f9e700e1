package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import multistage.engine.fixtures.FakeEngine;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedTransportTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final DockerHttpClient.Request BUILD = request("POST", "/v1.44/build?t=some");
    private static final DockerHttpClient.Request QUESTION = request("GET", "/v1.44/info");

    private final List<String> happened = new ArrayList<>();
    private final List<DockerHttpClient.Request> asked = new ArrayList<>();

    private FakeEngine engine;
    private Heartbeat heartbeat;
    private DockerHttpClient transport;

    @BeforeEach
    void watch(@TempDir Path folder) {
        engine = FakeEngine.onSocket(folder.resolve("engine.sock"));
        heartbeat = Heartbeat.of(engine.address(), new Heartbeat.Limits(NEVER, Duration.ofSeconds(10), NEVER));
        transport = new WatchedTransport(new Own(), heartbeat);
    }

    @AfterEach
    void stopWatching() {
        heartbeat.close();
        engine.close();
    }

    @Test
    void requestsAndAnswersPassThrough() {
        DockerHttpClient.Response answer = transport.execute(QUESTION);

        assertThat(asked).singleElement().isSameAs(QUESTION);
        assertThat(answer.getStatusCode()).isEqualTo(201);
        assertThat(answer.getHeaders()).isEqualTo(Map.of("Api-Version", List.of("1.44")));
        assertThat(answer.getHeader("api-version")).isEqualTo("1.44");
        assertThat(answer.getBody()).hasContent("answer");
    }

    @Test
    void anOperationIsPendingUntilItsAnswerBegins() {
        transport.execute(BUILD);

        assertThat(happened).containsExactly("asked while building an image");
        assertThat(heartbeat.pending()).asString().isEmpty();
    }

    @Test
    void anOperationIsPendingWhileAPartOfItsAnswerIsReadAndNotInBetween() throws IOException {
        InputStream body = transport.execute(BUILD).getBody();
        happened.clear();

        assertThat(body.read()).isEqualTo('a');
        happened.add("then" + heartbeat.pending());
        assertThat(body.read(new byte[2])).isEqualTo(2);
        happened.add("then" + heartbeat.pending());

        assertThat(happened)
                .containsExactly("read while building an image", "then", "read while building an image", "then");
    }

    @Test
    void anOperationIsPendingWhileAPartOfItsAnswerIsSkipped() throws IOException {
        InputStream body = transport.execute(BUILD).getBody();
        happened.clear();

        assertThat(body.skip(2)).isEqualTo(2);
        assertThat(body.read()).isEqualTo('s');
        assertThat(happened).containsExactly("skipped while building an image", "read while building an image");
    }

    @Test
    void aRequestThatFailsDoesSoAsItWould() {
        RuntimeException failure = new IllegalStateException("connection reset");
        DockerHttpClient failing = new WatchedTransport(
                new Own() {
                    @Override
                    public Response execute(Request request) {
                        throw failure;
                    }
                },
                heartbeat);

        assertThatThrownBy(() -> failing.execute(BUILD)).isSameAs(failure);
        assertThat(heartbeat.pending()).hasToString("building an image");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1.44/build?t=some",
        "GET, /v1.44/images/some/get",
        "GET, /v1.44/containers/c1/archive?path=/bin/some"
    })
    void closingALongAnswerHangsUp(String method, String path) throws IOException {
        InputStream body = transport.execute(request(method, path)).getBody();
        happened.clear();
        body.close();

        assertThat(happened).containsExactly("answer closed");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1.44/info", "POST, /v1.44/images/create?fromImage=some", "POST, /v1.44/containers/create"})
    void closingAShortAnswerIsLeftToItsStream(String method, String path) throws IOException {
        InputStream body = transport.execute(request(method, path)).getBody();
        happened.clear();
        body.close();

        assertThat(happened).containsExactly("stream closed");
    }

    @Test
    void whoeverClosesAnAnswerClosesTheEngines() {
        DockerHttpClient.Response answer = transport.execute(QUESTION);
        happened.clear();
        answer.close();

        assertThat(happened).containsExactly("answer closed");
    }

    @Test
    void closingItClosesWhatItWraps() throws IOException {
        transport.close();

        assertThat(happened).containsExactly("transport closed");
    }

    @Test
    void onceTheEngineIsLostItIsAskedNothing() {
        engine.endLifeline();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(heartbeat::isLost);

        assertThat(transport.execute(QUESTION)).isEqualTo(new NothingLeft(QUESTION));
        assertThat(asked).isEmpty();
    }

    private static DockerHttpClient.Request request(String method, String path) {
        return DockerHttpClient.Request.builder().method(method).path(path).build();
    }

    private class Own implements DockerHttpClient {
        @Override
        public Response execute(Request request) {
            asked.add(request);
            happened.add("asked while " + heartbeat.pending());
            return new Answer();
        }

        @Override
        public void close() {
            happened.add("transport closed");
        }
    }

    private final class Answer implements DockerHttpClient.Response {
        @Override
        public int getStatusCode() {
            return 201;
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return Map.of("Api-Version", List.of("1.44"));
        }

        @Override
        public InputStream getBody() {
            return new FilterInputStream(new ByteArrayInputStream("answer".getBytes(StandardCharsets.UTF_8))) {
                @Override
                public int read() throws IOException {
                    happened.add("read while " + heartbeat.pending());
                    return super.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    happened.add("read while " + heartbeat.pending());
                    return super.read(into, offset, length);
                }

                @Override
                public long skip(long count) throws IOException {
                    happened.add("skipped while " + heartbeat.pending());
                    return super.skip(count);
                }

                @Override
                public void close() {
                    happened.add("stream closed");
                }
            };
        }

        @Override
        public void close() {
            happened.add("answer closed");
        }
    }
}
