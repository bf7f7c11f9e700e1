package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import multistage.facts.EngineFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EngineTest {
    private static final URI ADDRESS = URI.create("unix:///var/run/docker.sock");
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Version':'28.5.2'} | {'Driver':'overlay2','DriverStatus':[['Backing Filesystem',null]]} | Docker 28.5.2, overlay2",
                "{'Version':'29.0.0'} | {'Driver':'overlayfs','DriverStatus':[['driver-type','io.containerd.snapshotter.v1']]}"
                        + " | Docker 29.0.0, containerd overlayfs",
                "{'Version':'5.4.2','Components':[{'Name':'Podman Engine'}]} | {'Driver':'overlay'} | Podman 5.4.2, overlay"
            })
    void saysWhatItIs(String version, String info, String engine) throws JsonProcessingException {
        EngineFacts facts = Engine.read(
                JSON.readValue(version.replace('\'', '"'), Version.class),
                JSON.readValue(info.replace('\'', '"'), Info.class),
                ADDRESS);

        assertThat(facts).hasToString(engine + ", " + ADDRESS);
        Engine.requireHeredocs(facts);
    }

    @Test
    void aDockerThatKnowsNoHeredocIsRefused() {
        EngineFacts old = new EngineFacts("Docker", "20.10.24", "overlay2", ADDRESS.toString());

        assertThatThrownBy(() -> Engine.requireHeredocs(old))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("Docker 20.10.24 at " + ADDRESS + " is too old");
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
}
