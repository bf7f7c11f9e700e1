package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * A place where an engine may answer.
 *
 * @param origin who says so: {@code DOCKER_HOST}, or {@code usual place}
 * @param transport the address, and the certificates to reach it with
 */
public record Address(String origin, TransportConfig transport) {

    /** A place where engines usually answer, such as {@code unix:///var/run/docker.sock}, without certificates. */
    public static Address usual(String uri) {
        return new Address(
                "usual place",
                TransportConfig.builder().dockerHost(URI.create(uri)).build());
    }

    /** Asks for a sign of life: gives why there was none within the limit, or nothing when the engine answered. */
    CompletableFuture<Optional<String>> whySilent(Duration limit) {
        return whySilent("/_ping", limit);
    }

    /** The same, told from the answer to this path. */
    CompletableFuture<Optional<String>> whySilent(String path, Duration limit) {
        if (isSocketFile() && !Files.exists(Path.of(uri().getPath()))) {
            return CompletableFuture.completedFuture(Optional.of("there is no such socket"));
        }
        return CompletableFuture.supplyAsync(() -> ask(path, limit), DaemonThread.named("asking an engine"))
                .completeOnTimeout(Optional.of(noAnswerWithin(limit)), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<String> ask(String path, Duration limit) {
        try (DockerHttpClient client = client(limit);
                DockerHttpClient.Response answer = client.execute(get(path))) {
            return answer.getStatusCode() == 200
                    ? Optional.empty()
                    : Optional.of("it answered with status " + answer.getStatusCode());
        } catch (IOException | RuntimeException failed) {
            return Optional.of(reason(failed, limit));
        }
    }

    /** A client that waits for an answer for as long as it takes. */
    DockerHttpClient client() {
        return clientBuilder().build();
    }

    private DockerHttpClient client(Duration limit) {
        return clientBuilder().connectionTimeout(limit).responseTimeout(limit).build();
    }

    private ZerodepDockerHttpClient.Builder clientBuilder() {
        return new ZerodepDockerHttpClient.Builder().dockerHost(uri()).sslConfig(transport.getSslConfig());
    }

    static DockerHttpClient.Request get(String path) {
        return DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path(path)
                .build();
    }

    private static String reason(Throwable failed, Duration limit) {
        return failed.getCause() instanceof SocketTimeoutException ? noAnswerWithin(limit) : EngineWords.of(failed);
    }

    private static String noAnswerWithin(Duration limit) {
        return "no answer within " + limit.toSeconds() + " s";
    }

    boolean isSocketFile() {
        return "unix".equals(uri().getScheme());
    }

    URI uri() {
        return transport.getDockerHost();
    }

    /** As a DOCKER_HOST is written, with who named it: {@code unix:///var/run/docker.sock (DOCKER_HOST)}. */
    @Override
    public String toString() {
        return uri() + " (" + origin + ")";
    }
}
