package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PruneType;
import com.github.dockerjava.transport.DockerHttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

class NothingLeftTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1.44/containers/json                | 200 | []
            GET    | /v1.44/containers/json?all=true       | 200 | []
            GET    | /images/json?filters=%7B%7D           | 200 | []
            GET    | /v1.44/networks?filters=%7B%7D        | 200 | []
            POST   | /v1.44/images/prune                   | 200 | {}
            POST   | /v1.44/containers/prune?filters=%7B%7D | 200 | {}
            GET    | /v1.44/containers/c1/json             | 404 | {"message":"the engine was lost"}
            GET    | /v1.44/images/some/image:tag/json     | 404 | {"message":"the engine was lost"}
            DELETE | /v1.44/containers/c1?force=true       | 404 | {"message":"the engine was lost"}
            GET    | /v1.44/info                           | 404 | {"message":"the engine was lost"}
            """)
    void thereIsNothingThere(String method, String path, int status, String body) {
        NothingLeft nothing = new NothingLeft(
                DockerHttpClient.Request.builder().method(method).path(path).build());

        assertThat(nothing.getStatusCode()).isEqualTo(status);
        assertThat(nothing.getHeaders()).isEmpty();
        assertThat(nothing.getBody()).hasContent(body);
    }

    @Test
    void whoeverLooksForLeftoversFindsNone() {
        DockerClient client = client();

        assertThat(client.listContainersCmd().withShowAll(true).exec()).isEmpty();
        assertThat(client.listImagesCmd()
                        .withFilter("label", List.of("multistage.image"))
                        .exec())
                .isEmpty();
    }

    @Test
    void whoeverPrunesIsDone() {
        assertThat(client().pruneCmd(PruneType.CONTAINERS)
                        .withLabelFilter("multistage.container")
                        .exec()
                        .getSpaceReclaimed())
                .isNull();
    }

    @Test
    void whoeverRemovesSomethingIsTooLate() {
        assertThatThrownBy(
                        () -> client().removeContainerCmd("c1").withForce(true).exec())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("the engine was lost");
        assertThatThrownBy(() -> client().inspectContainerCmd("c1").exec()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client().inspectImageCmd("some/images").exec()).isInstanceOf(NotFoundException.class);
    }

    private static DockerClient client() {
        return DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost("tcp://127.0.0.1:1")
                        .build(),
                new DockerHttpClient() {
                    @Override
                    public Response execute(Request request) {
                        return new NothingLeft(request);
                    }

                    @Override
                    public void close() {
                        // nothing is open
                    }
                });
    }
}
