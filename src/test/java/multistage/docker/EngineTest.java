package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import multistage.docker.fixtures.FakeDocker;
import multistage.facts.EngineFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of an engine, and how its network is made. */
class EngineTest {
    private static final URI ADDRESS = URI.create("unix:///var/run/docker.sock");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Version\":\"28.5.2\"} | {\"Driver\":\"overlay2\",\"DriverStatus\":[[\"Backing Filesystem\",null]]} | Docker 28.5.2, overlay2",
                "{\"Version\":\"29.0.0\"} | {\"Driver\":\"overlayfs\",\"DriverStatus\":[[\"driver-type\",\"io.containerd.snapshotter.v1\"]]}"
                        + " | Docker 29.0.0, containerd overlayfs",
                "{\"Version\":\"5.4.2\",\"Components\":[{\"Name\":\"Podman Engine\",\"Version\":\"5.4.2\"}]} | {\"Driver\":\"overlay\"}"
                        + " | Podman 5.4.2, overlay"
            })
    void saysWhatItIs(String version, String info, String engine) {
        EngineFacts facts =
                Engine.read(FakeDocker.json(Version.class, version), FakeDocker.json(Info.class, info), ADDRESS);

        assertThat(facts).hasToString(engine + ", " + ADDRESS);
        Engine.requireHeredocs(facts);
    }

    @Test
    void aDockerThatKnowsNoHeredocIsRefused() {
        assertThatThrownBy(() -> Engine.requireHeredocs(engine("Docker", "20.10.24")))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("Docker 20.10.24 at " + ADDRESS + " is too old");
    }

    @Test
    void dockersNetworkIsClosedAndMarkedAsTheRuns() {
        FakeDocker docker = new FakeDocker();
        Run run = Run.current();

        ContainerNetwork network = ContainerNetwork.make(docker.client(), engine("Docker", "28.5.2"), run);

        assertThat(network.open()).isEmpty();
        assertThat(docker.asked())
                .singleElement()
                .asString()
                .contains(network.name().orElseThrow(), "enable_ip_masquerade=false", "enable_icc=false")
                .endsWith(".withLabels({multistage.network=" + run + "})");
    }

    @Test
    void anOpenNetworkIsTheUsualOneAndSaysWhyItIsOpen() {
        FakeDocker docker =
                new FakeDocker().answer("createNetworkCmd", new InternalServerErrorException("no address is free"));

        ContainerNetwork refused = ContainerNetwork.make(docker.client(), engine("Docker", "28.5.2"), Run.current());
        ContainerNetwork podmans = ContainerNetwork.make(docker.client(), engine("Podman", "5.4.2"), Run.current());

        assertThat(refused.name()).isEmpty();
        assertThat(refused.open()).get().asString().endsWith("no address is free");
        assertThat(refused.couldBeClosed()).isTrue();
        assertThat(podmans.name()).isEmpty();
        assertThat(podmans.open()).get().asString().contains("Podman");
        assertThat(podmans.couldBeClosed()).isFalse();
    }

    @Test
    void aStandInIsKnownByItsLabelAndItsName() {
        Map<String, String> labels = Map.of("multistage.stand-in", "golang:1.23");

        assertThat(StandIn.is("golang:1.23", labels)).isTrue();
        assertThat(StandIn.is("docker.io/library/golang:1.23", labels)).isTrue();
        assertThat(StandIn.is("example/naive:latest", labels))
                .as("what is built from one")
                .isFalse();
        assertThat(StandIn.is("golang:1.23", Map.of())).isFalse();
        assertThat(StandIn.is("golang:1.23", null)).isFalse();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(
                        new DockerException("{\"message\":\"Get \\\"https://r/\\\": no such host\"}\n", 500),
                        "Get \"https://r/\": no such host"),
                Arguments.of(new IllegalStateException("start failed", new IOException("no space")), "no space"),
                Arguments.of(new IOException(" {\"message\":1} "), "{\"message\":1}"),
                Arguments.of(new IOException("first\n\u001b[2Jsecond"), "first second"),
                Arguments.of(new IOException(), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void itsWordsAreTheInnermostMessageOnOneSafeLine(Throwable thrown, String words) {
        assertThat(SafeLine.of(thrown)).isEqualTo(words);
    }

    private static EngineFacts engine(String name, String version) {
        return new EngineFacts(name, version, "overlay2", ADDRESS.toString());
    }
}
