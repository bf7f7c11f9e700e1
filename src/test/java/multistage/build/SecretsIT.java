package multistage.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build, on a real engine, is handed nothing of this machine's but its proxies: no variable, no secret, no key. */
class SecretsIT {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void aBuildHasNoVariableOfThisMachines() throws IOException {
        assertThat(failure("RUN echo names: $(env | cut -d= -f1 | grep -vi _proxy | sort)"))
                .isEmpty();

        assertThat(printed.toString(UTF_8).lines().filter(line -> !line.contains("RUN") && line.contains("names: ")))
                .last()
                .asString()
                .containsPattern("names:( (GO[A-Z_]+|HOME|HOSTNAME|PATH|PWD|OLDPWD|SHLVL|_))+$");
    }

    /** Docker says that there is no session, from which it would get them; Podman that there is no such secret. */
    @ParameterizedTest
    @ValueSource(strings = {"ssh,required=true", "secret,id=token,required=true"})
    void aBuildThatAsksForAKeyOrASecretGetsNone(String mount) throws IOException {
        assertThat(failure("RUN --mount=type=" + mount + " true")).isPresent();
    }

    private Optional<String> failure(String instruction) throws IOException {
        Files.writeString(folder.resolve("Dockerfile-naive"), "FROM golang:1.23\n" + instruction + "\n");
        ImageBuilder builder =
                new ImageBuilder(folder.resolve("logs"), Duration.ofMinutes(5), new PrintStream(printed, true, UTF_8));
        try (Engine engine = Engine.open(builder::translate, false)) {
            String name = engine.newImageName(Variant.NAIVE);
            return builder.build(engine, new Demo("curious", folder), Variant.NAIVE, name)
                    .failure();
        }
    }
}
