package org.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.transport.DockerHttpClient;
import java.util.function.UnaryOperator;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerCmdExecFactory;
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
     * Has Testcontainers use this engine, and no other; gives the client that it will use, before Testcontainers' own
     * start-up, which runs when it is first asked for its client.
     *
     * @param factory Testcontainers' own: to have it is to have loaded it before this class, else Testcontainers would take
     *     this project's version, which is none, for its own. For the same reason this class shows no type of its own.
     * @param wrap wraps what sends the requests
     */
    public static DockerClient open(
            DockerClientFactory factory, TransportConfig engine, UnaryOperator<DockerHttpClient> wrap) {
        if (factory.client != null) {
            throw new IllegalStateException("Testcontainers was started before it was told which engine to use");
        }
        Strategy strategy = new Strategy(engine, wrap);
        factory.strategy = strategy;
        return strategy.getDockerClient();
    }

    /** Testcontainers' own way to a client, at an address that is already decided. */
    private static final class Strategy extends DockerClientProviderStrategy {
        private final TransportConfig engine;
        private final UnaryOperator<DockerHttpClient> wrap;
        private DockerClient client;
        private Info info;

        Strategy(TransportConfig engine, UnaryOperator<DockerHttpClient> wrap) {
            this.engine = engine;
            this.wrap = wrap;
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
                        wrap.apply(own.getHttpClient()),
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
}
