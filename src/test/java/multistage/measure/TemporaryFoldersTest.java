package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import multistage.docker.fixtures.FakeDocker;
import org.junit.jupiter.api.Test;

class TemporaryFoldersTest {
    private final FakeDocker docker = new FakeDocker();

    @Test
    void aServiceMayWriteALittleToTmp() throws IOException {
        image("{}");

        assertThat(TemporaryFolders.ofService(docker.client(), "image"))
                .containsExactly(org.assertj.core.api.Assertions.entry("/tmp", "rw,noexec,nosuid,nodev,size=16m"));
    }

    @Test
    void anImagesVolumesAreSuchFoldersTooAndSoNeverOnADisk() throws IOException {
        image("{\"/data\": {}, \"/tmp\": {}}");

        assertThat(TemporaryFolders.ofService(docker.client(), "image")).containsOnlyKeys("/data", "/tmp");
        assertThat(TemporaryFolders.insteadOfVolumes(docker.client(), "image")).containsOnlyKeys("/data", "/tmp");
    }

    @Test
    void anImageWithoutVolumesHasNone() throws IOException {
        image("null");

        assertThat(TemporaryFolders.insteadOfVolumes(docker.client(), "image")).isEmpty();
    }

    @Test
    void thousandsOfVolumesAreRefused() {
        image(IntStream.range(0, 2000)
                .mapToObj(number -> "\"/v" + number + "\": {}")
                .collect(Collectors.joining(", ", "{", "}")));

        assertThatIOException()
                .isThrownBy(() -> TemporaryFolders.ofService(docker.client(), "image"))
                .withMessage("its image declares 2000 volumes, and no container of one with more than 20 is made");
    }

    private void image(String volumes) {
        docker.answer(
                "inspectImageCmd",
                FakeDocker.json(InspectImageResponse.class, "{\"Config\": {\"Volumes\": %s}}", volumes));
    }
}
