package org.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.transport.DockerHttpClient;
import java.util.function.Function;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerCmdExecFactory;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

/**
 * The one door into Testcontainers: has it use the engine that is given, through a transport of this project's, so that {@code
 * ImageFromDockerfile} builds with BuildKit.
 *
 * <p>Testcontainers asks the engine for its classic builder, which knows no heredoc and so cannot build the lesson's
 * multi-stage Dockerfile. The client stays Testcontainers' own, with its credentials, headers and API version: only what
 * sends its requests is wrapped. It stands in this package because {@code DockerClientFactory.strategy} is
 * package-private, and goes away when Testcontainers or docker-java build with BuildKit: testcontainers-java issue 2857,
 * docker-java issues 1381 and 1657.
 */
public final class BuildKit {
    private BuildKit() {}

    /**
     * Has Testcontainers use this engine, and no other, before its own start-up, which runs when it is first asked for its
     * client; gives the transport that it will use.
     *
     * @param factory Testcontainers' own: to have it is to have loaded it before this class, else Testcontainers would take
     *     this project's version, which is none, for its own. For the same reason this class shows no type of its own.
     * @param wrap wraps what sends the requests
     */
    public static <T extends DockerHttpClient> T open(
            DockerClientFactory factory, TransportConfig engine, Function<DockerHttpClient, T> wrap) {
        if (factory.client != null) {
            throw new IllegalStateException("Testcontainers was started before it was told which engine to use");
        }
        DockerClientImpl own = (DockerClientImpl) DockerClientProviderStrategy.getClientForConfig(engine);
        T transport = wrap.apply(own.getHttpClient());
        factory.strategy = new Strategy(engine, over(transport, own));
        return transport;
    }

    @SuppressWarnings("deprecation") // the only way to wrap a client's transport and keep its configuration
    private static DockerClient over(DockerHttpClient transport, DockerClientImpl own) {
        return own.withDockerCmdExecFactory(
                new DefaultDockerCmdExecFactory(transport, DockerClientConfig.getDefaultObjectMapper()));
    }

    /** Testcontainers' way to a client that is already made. */
    private static final class Strategy extends DockerClientProviderStrategy {
        private final TransportConfig engine;
        private final DockerClient client;
        private final Info info;

        Strategy(TransportConfig engine, DockerClient client) {
            this.engine = engine;
            this.client = client;
            this.info = client.infoCmd().exec();
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
        public DockerClient getDockerClient() {
            return client;
        }

        @Override
        public Info getInfo() {
            return info;
        }
    }
}
