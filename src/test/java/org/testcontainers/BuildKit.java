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
 * The one door into Testcontainers: has it send its requests through a transport of this project's, so that {@code
 * ImageFromDockerfile} builds with BuildKit. Testcontainers asks for the classic builder, which knows no heredoc.
 *
 * <p>The client stays Testcontainers' own, with its credentials, headers and API version. This class stands in this package
 * because {@code DockerClientFactory.strategy} is package-private, and goes away when Testcontainers or docker-java build with
 * BuildKit: testcontainers-java issue 2857, docker-java issues 1381 and 1657.
 */
public final class BuildKit {
    private BuildKit() {}

    /**
     * Has Testcontainers use this engine, without its own start-up and clean-up; gives the transport that it uses.
     *
     * @param factory Testcontainers' own: were this class loaded before it, or did this class show a type of its own,
     *     Testcontainers would take this project's version, which is none, for its own
     */
    @SuppressWarnings("deprecation") // the only way to wrap a client's transport and keep its configuration
    public static <T extends DockerHttpClient> T open(
            DockerClientFactory factory, TransportConfig engine, Function<DockerHttpClient, T> wrap) {
        if (factory.client != null) {
            throw new IllegalStateException("Testcontainers was started before it was told which engine to use");
        }
        DockerClientImpl own = (DockerClientImpl) DockerClientProviderStrategy.getClientForConfig(engine);
        T transport = wrap.apply(own.getHttpClient());
        factory.client = own.withDockerCmdExecFactory(
                new DefaultDockerCmdExecFactory(transport, DockerClientConfig.getDefaultObjectMapper()));
        factory.strategy = new DockerClientProviderStrategy() {
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
                return factory.client;
            }

            @Override
            public Info getInfo() {
                return factory.client.infoCmd().exec();
            }
        };
        return transport;
    }
}
