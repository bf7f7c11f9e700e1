package org.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerCmdExecFactory;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

/**
 * The one door into Testcontainers: makes {@code ImageFromDockerfile} build with BuildKit, on the engine that is given.
 *
 * <p>Testcontainers asks the engine for its classic builder, which knows no heredoc and so cannot build the lesson's
 * multi-stage Dockerfile. BuildKit answers at the same address when the request says {@code version=2}; its answer has
 * another form, which is translated on its way back. The client stays Testcontainers' own, with its credentials, headers
 * and API version: only what sends its requests is wrapped. It stands in this package because {@code
 * DockerClientFactory.strategy} is package-private, and goes away when Testcontainers or docker-java build with BuildKit:
 * testcontainers-java issue 2857, docker-java issues 1381 and 1657.
 */
public final class BuildKit {
    private static final Pattern BUILD = Pattern.compile("(?:/v[0-9.]+)?/build\\?(.*)");
    private static final Pattern TAG = Pattern.compile("(?:^|&)t=([^&]*)");

    private BuildKit() {}

    /**
     * Has Testcontainers use this engine, and no other, and build with BuildKit on it; gives the client that it will use,
     * before Testcontainers' own start-up, which runs when it is first asked for its client.
     *
     * @param factory Testcontainers' own: to have it is to have loaded it before this class, else Testcontainers would take
     *     this project's version, which is none, for its own. For the same reason this class shows no type of its own.
     * @param translation turns the name of an image and the engine's answer to its build into what docker-java reads
     * @param watch wraps what sends the requests
     */
    public static DockerClient open(
            DockerClientFactory factory,
            TransportConfig engine,
            BiFunction<String, InputStream, InputStream> translation,
            UnaryOperator<DockerHttpClient> watch) {
        if (factory.client != null) {
            throw new IllegalStateException("Testcontainers was started before it was told which engine to use");
        }
        Strategy strategy = new Strategy(engine, translation, watch);
        factory.strategy = strategy;
        return strategy.getDockerClient();
    }

    /** Testcontainers' own way to a client, at an address that is already decided. */
    private static final class Strategy extends DockerClientProviderStrategy {
        private final TransportConfig engine;
        private final BiFunction<String, InputStream, InputStream> translation;
        private final UnaryOperator<DockerHttpClient> watch;
        private DockerClient client;
        private Info info;

        Strategy(
                TransportConfig engine,
                BiFunction<String, InputStream, InputStream> translation,
                UnaryOperator<DockerHttpClient> watch) {
            this.engine = engine;
            this.translation = translation;
            this.watch = watch;
        }

        @Override
        public TransportConfig getTransportConfig() {
            return engine;
        }

        @Override
        public String getDescription() {
            return engine.getDockerHost() + ", building with BuildKit";
        }

        @Override
        @SuppressWarnings("deprecation") // the only way to wrap a client's transport and keep its configuration
        public synchronized DockerClient getDockerClient() {
            if (client == null) {
                DockerClientImpl own = (DockerClientImpl) super.getDockerClient();
                client = own.withDockerCmdExecFactory(new DefaultDockerCmdExecFactory(
                        new Transport(watch.apply(own.getHttpClient()), translation),
                        DefaultDockerClientConfig.createDefaultConfigBuilder()
                                .build()
                                .getObjectMapper()));
            }
            return client;
        }

        @Override
        public synchronized Info getInfo() {
            if (info == null) {
                info = getDockerClient().infoCmd().exec();
            }
            return info;
        }
    }

    /** Asks for BuildKit where a request is a build; leaves all others as they are. */
    private record Transport(DockerHttpClient own, BiFunction<String, InputStream, InputStream> translation)
            implements DockerHttpClient {
        @Override
        public Response execute(Request request) {
            Matcher build = BUILD.matcher(request.path());
            if (!build.matches()) {
                return own.execute(request);
            }
            Matcher tag = TAG.matcher(build.group(1));
            String image = tag.find() ? URLDecoder.decode(tag.group(1), StandardCharsets.UTF_8) : "";
            Response answer = own.execute(Request.builder()
                    .from(request)
                    .path(request.path() + "&version=2")
                    .build());
            return answer.getStatusCode() == 200
                    ? new Translated(answer, translation.apply(image, answer.getBody()))
                    : answer;
        }

        @Override
        public void close() throws IOException {
            own.close();
        }
    }

    /** The engine's answer with its body in the form that docker-java reads. */
    private record Translated(DockerHttpClient.Response answer, InputStream body) implements DockerHttpClient.Response {
        @Override
        public int getStatusCode() {
            return answer.getStatusCode();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
