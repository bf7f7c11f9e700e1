package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import multistage.engine.fixtures.FakeDocker;
import multistage.facts.EngineFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineReaderTest {
    private static final Address ADDRESS = Address.usual("unix:///var/run/docker.sock");

    private static final String DOCKER = """
            {"Version": "28.5.2", "Components": [
              {"Name": "Engine", "Version": "28.5.2"}, {"Name": "containerd", "Version": "2.1.9"}]}""";
    private static final String PODMAN = """
            {"Version": "5.4.2", "Components": [
              {"Name": "Podman Engine", "Version": "5.4.2"}, {"Name": "Conmon", "Version": "2.1.12"}]}""";

    @Test
    void dockerOnAStorageDriver() {
        String info = """
                {"Driver": "overlay2", "DriverStatus": [["Backing Filesystem", "extfs"]]}""";

        assertThat(read(DOCKER, info)).hasToString("Docker 28.5.2, overlay2, unix:///var/run/docker.sock");
    }

    @Test
    void dockerOnContainerdsStore() {
        String info = """
                {"Driver": "overlayfs", "DriverStatus": [["driver-type", "io.containerd.snapshotter.v1"]]}""";

        assertThat(read(DOCKER, info).brief()).isEqualTo("Docker 28.5.2, containerd overlayfs");
    }

    @Test
    void podman() {
        String info = """
                {"Driver": "overlay", "DriverStatus": [["Native Overlay Diff", null]]}""";

        assertThat(read(PODMAN, info).brief()).isEqualTo("Podman 5.4.2, overlay");
    }

    @Test
    void anEngineThatTellsLittle() {
        assertThat(read("{\"Version\": \"28.5.2\"}", "{\"Driver\": \"vfs\"}").brief())
                .isEqualTo("Docker 28.5.2, vfs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.10.24+dfsg1", "22.06.0", "1.13.1"})
    void aDockerThatKnowsNoHeredocIsNamed(String version) {
        assertThatExceptionOfType(EngineMissing.class)
                .isThrownBy(() -> EngineReader.requireHeredocs(engine("Docker", version)))
                .withMessage(
                        "Docker " + version + " at tcp://engine:2375 is too old to build a Dockerfile with a heredoc:"
                                + " Docker 23 or newer is needed.");
    }

    @ParameterizedTest
    @CsvSource({"Docker, 23.0.0", "Docker, 28.5.2", "Docker, dev", "Podman, 4.9.3"})
    void othersKnowThem(String name, String version) {
        assertThatCode(() -> EngineReader.requireHeredocs(engine(name, version)))
                .doesNotThrowAnyException();
    }

    private static EngineFacts read(String version, String info) {
        return EngineReader.read(FakeDocker.json(Version.class, version), FakeDocker.json(Info.class, info), ADDRESS);
    }

    private static EngineFacts engine(String name, String version) {
        return new EngineFacts(name, version, "overlay2", "tcp://engine:2375");
    }
}
