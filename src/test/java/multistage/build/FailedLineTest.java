package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import multistage.build.fixtures.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedLineTest {
    private static final Dockerfile DOCKERFILE = Dockerfile.of("""
            # syntax=docker/dockerfile:1
            FROM --platform=linux/amd64 golang:1.23 AS builder
            RUN true
            FROM golang:1.23
            FROM docker.io/library/debian
            FROM $BASE
            RUN --mount=type=bind,from=busybox:1.36,target=/b \\
                true
            COPY --from=bulider /hello /hello
            COPY --from=registry.example/tool:2 /tool /tool
            """);

    @Test
    void anEngineTellsTheLineThatIsNoInstruction() throws IOException {
        BuildAnswer answer = new BuildAnswer(Recording.answer("syntax-error"), line -> {});
        answer.readAllBytes();

        assertThat(answer.error().flatMap(FailedLine::of)).contains(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dockerfile parse error on line 29: unknown instruction: RUNN (did you mean RUN?) | 29",
                "dockerfile parse error line 3: unknown instruction: RUNN | 3",
                "failed to solve: dockerfile parse error on line 4: FROM requires either one or three arguments | 4",
                "failed to solve with frontend dockerfile.v0: dockerfile parse error on line 5: x | 5"
            })
    void soDoOtherEngines(String refusal, int line) {
        assertThat(FailedLine.of(refusal)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the Dockerfile cannot be empty",
                "dockerfile parse error on line 12345678901: x",
                "process \"/bin/sh -c echo dockerfile parse error on line 3: x\" did not complete successfully"
            })
    void whatElseIsSaidIsAboutNoLine(String refusal) {
        assertThat(FailedLine.of(refusal)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "golang:1.23, 2",
        "docker.io/library/golang:1.23, 2",
        "debian:latest, 5",
        "debian, 5",
        "busybox:1.36, 7",
        "bulider:latest, 9",
        "registry.example/tool:2, 10"
    })
    void anImageThatIsNotToBeHadIsFoundWhereItIsFirstNamed(String image, int line) {
        assertThat(FailedLine.naming(image, DOCKERFILE)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/dockerfile:1", "golang:latest", "busybox", "tool:2", "$BASE", ""})
    void oneThatIsNotNamedIsNotFound(String image) {
        assertThat(FailedLine.naming(image, DOCKERFILE)).isEmpty();
    }
}
