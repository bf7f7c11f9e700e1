package multistage.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import multistage.build.fixtures.OpenEngine;
import multistage.demo.Demo;
import multistage.facts.Message;
import multistage.facts.Variant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build, on a real engine, is handed nothing of this machine's but its proxies: no variable, no secret, no key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsIT {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AutoClose
    private OpenEngine open;

    @BeforeAll
    void open(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs, new PrintStream(printed, true, UTF_8));
    }

    @Test
    void aBuildHasNoVariableOfThisMachines(@TempDir Path folder) throws IOException {
        // never from the build cache, which prints nothing
        assertThat(failure(
                        folder,
                        "RUN : " + UUID.randomUUID() + "; echo names: $(env | cut -d= -f1 | grep -vi _proxy | sort)"))
                .isEmpty();

        assertThat(printed.toString(UTF_8).lines().filter(line -> !line.contains("RUN") && line.contains("names: ")))
                .last()
                .asString()
                .containsPattern("names:( (GO[A-Z_]+|HOME|HOSTNAME|PATH|PWD|OLDPWD|SHLVL|_))+$");
    }

    /** Docker says that there is no session, from which it would get them; Podman that there is no such secret. */
    @ParameterizedTest
    @ValueSource(strings = {"ssh,required=true", "secret,id=token,required=true"})
    void aBuildThatAsksForAKeyOrASecretGetsNone(String mount, @TempDir Path folder) throws IOException {
        assertThat(failure(folder, "RUN --mount=type=" + mount + " true")).isPresent();
    }

    private Optional<Message> failure(Path folder, String instruction) throws IOException {
        Files.writeString(folder.resolve("Dockerfile-naive"), "FROM golang:1.23\n" + instruction + "\n");
        String name = open.engine().newImageName(Variant.NAIVE);
        return open.build(new Demo("curious", folder), Variant.NAIVE, name).failure();
    }
}
