package multistage.measure;

import static multistage.assertions.DemoAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.ImageFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Demos with one thing wrong, on a real engine: what is wrong is told in words for the one who wrote the Dockerfile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongDemosIT {
    private Engine engine;
    private ImageBuilder builder;

    @BeforeAll
    void open(@TempDir Path logs) {
        builder = new ImageBuilder(logs, Duration.ofMinutes(5));
        engine = Engine.open(builder::translate, false);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void goCodeThatDoesNotCompileIsShownWithTheCompilersWords() {
        ImageFacts multi = measure("does-not-compile");

        assertThatThrownBy(() -> assertThat(multi.build()).succeeded())
                .hasMessageStartingWith(
                        "the multi-stage image does not build: Dockerfile-multi, line 25: RUN CGO_ENABLED=0")
                .hasMessageContaining("undefined: fmt.Printline");
    }

    @Test
    void aDynamicProgramOnScratchLacksItsLoader() {
        ImageFacts multi = measure("dynamic-on-scratch");

        assertThatThrownBy(() -> assertThat(multi.service()).answers(200, "any"))
                .hasMessageContaining(
                        "needs a dynamic loader, /lib64/ld-linux-x86-64.so.2, and a scratch image has none")
                .hasMessageContaining("build with CGO_ENABLED=0");
        assertThatThrownBy(() -> assertThat(multi.executable()).isStatic()).hasMessageContaining("libc.so.6");
    }

    @Test
    void aShellFormOnScratchLacksItsShell() {
        ImageFacts multi = measure("shell-form-on-scratch");

        assertThatThrownBy(() -> assertThat(multi.service()).answers(200, "any"))
                .hasMessageContaining("it is started through a shell, /bin/sh, and a scratch image has none");
    }

    @Test
    void aServiceOnAnotherPortIsSeenToRunWithoutAnAnswer() {
        ImageFacts multi = measure("another-port");

        assertThatThrownBy(() -> assertThat(multi.service()).answers(200, "any"))
                .hasMessageContaining("it must listen on port 8080")
                .hasMessageContaining("Started, serving at 8080");
    }

    @Test
    void aServiceOnLoopbackOnlyIsSeenToRunWithoutAnAnswer() {
        ImageFacts multi = measure("loopback-only");

        assertThatThrownBy(() -> assertThat(multi.service()).answers(200, "any"))
                .hasMessageContaining("on every interface and not on 127.0.0.1 only");
    }

    @Test
    void aServiceThatDiesIsShownWithItsExitCodeAndItsLastWords() {
        ImageFacts multi = measure("dies-at-once");

        assertThatThrownBy(() -> assertThat(multi.service()).answers(200, "any"))
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("panic: no configuration");
    }

    @Test
    void aBaseThatIsNotToBeHadIsNamedWithTheCauseAndWhatToDo() {
        ImageFacts multi = measure("base-that-is-not");

        assertThatThrownBy(() -> assertThat(multi.build()).succeeded())
                .hasMessageContaining("localhost:1/no-such/golang:1.23 is needed and cannot be pulled")
                .hasMessageContaining("the registry is not in reach")
                .hasMessageContaining("What to do:");
    }

    @Test
    void aMissingDockerfileIsNamed(@TempDir Path empty) {
        ImageFacts multi = measure(new Demo("empty", empty));

        assertThatThrownBy(() -> assertThat(multi.build()).succeeded())
                .hasMessageContaining("there is no Dockerfile-multi in " + empty);
    }

    private ImageFacts measure(String wrong) {
        return measure(new Demo(wrong, Path.of("src", "test", "resources", "wrong-demos", wrong)));
    }

    private ImageFacts measure(Demo demo) {
        return new Measurement(engine, builder, Duration.ofSeconds(3)).of(demo).multi();
    }
}
