package multistage.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build, on a real engine, is handed nothing of this machine's but its proxies: no variable, no secret, no key. */
class SecretsIT {
    @Test
    void aBuildSeesNothingOfThisMachine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Dockerfile-naive"), """
                FROM golang:1.23
                RUN --mount=type=ssh --mount=type=secret,id=token \\
                    echo "[$(env | cut -d= -f1 | grep -vi _proxy | sort | tr '\\n' ' ')] [$(ls -A /run/secrets 2>/dev/null)]"
                """);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ImageBuilder builder =
                new ImageBuilder(folder.resolve("logs"), Duration.ofMinutes(5), new PrintStream(printed, true, UTF_8));
        try (Engine engine = Engine.open(builder::translate, false)) {
            String name = engine.newImageName(Variant.NAIVE);
            assertThat(builder.build(engine, new Demo("curious", folder), Variant.NAIVE, name)
                            .failure())
                    .isEmpty();
        }
        assertThat(printed.toString(UTF_8).lines().filter(line -> line.contains("] [")))
                .last()
                .asString()
                .containsPattern("\\[(GO[A-Z_]+ |HOME |HOSTNAME |PATH |PWD |OLDPWD |SHLVL |_ )*\\] \\[\\]$");
    }
}
