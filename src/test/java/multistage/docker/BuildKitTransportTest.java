package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import multistage.docker.fixtures.FakeEngine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.testcontainers.BuildKit;
import org.testcontainers.DockerClientFactory;

/**
 * Notices when a new version of Testcontainers no longer fits the door. This test does not stand beside the door: whichever
 * class of a package is loaded first decides what Testcontainers' version is.
 */
class BuildKitTransportTest {
    private static final String IMAGE = "some/image:tag";

    private final DockerClientFactory factory = aFactoryOfItsOwn();

    @AutoClose
    private final FakeEngine engine = new FakeEngine();

    private final BuildKitTransport transport = BuildKit.open(factory, engine.transport(), BuildKitTransport::new);
    private final DockerClient client = factory.client();

    @Test
    void asksBuildKitForBuildsAndReadsTheAnswerThroughWhatIsExpected() throws IOException {
        transport.expectBuild(
                IMAGE,
                answer -> new ByteArrayInputStream(
                        "{\"stream\":\"Successfully built 0123456789ab\\n\"}\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(build()).isEqualTo("0123456789ab");
        assertThat(engine.asked("/build?")).singleElement().asString().contains("&version=2");
    }

    @Test
    void hangsUpOnABuildThatNobodyExpectsAnyMore() {
        transport.expectBuild(IMAGE, answer -> answer);
        transport.forgetBuild(IMAGE);

        assertThatThrownBy(this::build).isInstanceOf(DockerClientException.class);
    }

    @Test
    void keepsTestcontainersOwnClient() {
        client.infoCmd().exec();

        assertThat(engine.asked("/info"))
                .allMatch(request ->
                        request.matches("/v1.*/info of tc-java/" + DockerClientFactory.TESTCONTAINERS_VERSION))
                .isNotEmpty();
        assertThat(DockerClientFactory.DEFAULT_LABELS.get(DockerClientFactory.TESTCONTAINERS_VERSION_LABEL))
                .as("Testcontainers' version, which is unspecified when a class of ours was loaded first")
                .isNotEqualTo("unspecified");
        assertThat(factory.getTransportConfig().getDockerHost())
                .isEqualTo(engine.transport().getDockerHost());
    }

    private String build() throws IOException {
        try (InputStream context = new ByteArrayInputStream(new byte[1024])) {
            return client.buildImageCmd(context)
                    .withTags(Set.of(IMAGE))
                    .exec(new BuildImageResultCallback())
                    .awaitImageId();
        }
    }

    /** Testcontainers' single one belongs to the run. */
    private static DockerClientFactory aFactoryOfItsOwn() {
        try {
            Constructor<DockerClientFactory> constructor = DockerClientFactory.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Testcontainers has changed", e);
        }
    }
}
