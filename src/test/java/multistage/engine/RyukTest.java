package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import multistage.engine.fixtures.FakeDocker;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class RyukTest {
    private final FakeDocker docker = new FakeDocker();

    @Test
    void switchedOffNothingIsAsked() {
        Ryuk.requireOffOrLocal(docker.client(), "true");

        assertThat(docker.asked()).isEmpty();
    }

    @Test
    void leftOnItsImageMayBeUsedIfItIsLocal() {
        assertThatCode(() -> Ryuk.requireOffOrLocal(docker.client(), null)).doesNotThrowAnyException();
        assertThat(docker.asked()).containsExactly("inspectImageCmd(" + Ryuk.IMAGE + ")");
    }

    @Test
    void leftOnWithoutItsImageOneLineSaysWhatToSet() {
        docker.answer("inspectImageCmd", new NotFoundException("No such image"));

        assertThatExceptionOfType(EngineMissing.class)
                .isThrownBy(() -> Ryuk.requireOffOrLocal(docker.client(), "false"))
                .satisfies(told -> assertThat(told.getMessage()).hasLineCount(1))
                .withMessageContaining("set TESTCONTAINERS_RYUK_DISABLED=true");
    }

    @Test
    void itsImageIsTheOneThatThisTestcontainersStarts() throws IOException {
        try (InputStream code = DockerClientFactory.class.getResourceAsStream("utility/RyukContainer.class")) {
            assertThat(new String(code.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains(Ryuk.IMAGE);
        }
    }
}
