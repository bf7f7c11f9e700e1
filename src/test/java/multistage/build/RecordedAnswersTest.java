package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.DockerClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import multistage.build.fixtures.DockerJava;
import multistage.build.fixtures.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the answers that real engines gave. */
class RecordedAnswersTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void aBuildFromTheCacheReadsLikeDockerBuild() throws IOException {
        BuildAnswer answer = read("cached");

        assertThat(String.join("\n", log)).isEqualTo("""
                        #1 [internal] load remote build context
                        #1 DONE 0.0s
                        #1 CACHED
                        #2 copy /context /
                        #2 CACHED
                        #3 [internal] load metadata for docker.io/library/golang:1.23
                        #3 DONE 0.0s
                        #4 [internal] preparing inline document
                        #4 DONE 0.0s
                        #5 [builder 1/4] FROM docker.io/library/golang:1.23
                        #5 DONE 0.0s
                        #6 [builder 2/4] WORKDIR /app
                        #6 CACHED
                        #7 [builder 3/4] COPY <<EOF main.go
                        #7 CACHED
                        #8 [builder 4/4] RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /hello ./main.go
                        #8 CACHED
                        #9 [stage-1 1/1] COPY --from=builder /hello /hello
                        #9 CACHED
                        #10 exporting to image
                        #10 exporting layers done
                        #10 writing image sha256:81367705ef8e40a0ede7e065938ee8de9dbba5dfa682244abd89252e78760f44
                        #10 writing image sha256:81367705ef8e40a0ede7e065938ee8de9dbba5dfa682244abd89252e78760f44 done
                        #10 naming to docker.io/rec/multi-cached:latest
                        #10 naming to docker.io/rec/multi-cached:latest done
                        #10 DONE 0.0s""");
        assertThat(answer.imageId())
                .contains("sha256:81367705ef8e40a0ede7e065938ee8de9dbba5dfa682244abd89252e78760f44");
        assertThat(answer.bases()).containsExactly("golang:1.23");
        assertThat(answer.cached()).isTrue();
        assertThat(answer.error()).isEmpty();
        assertThat(answer.failedStep()).isEmpty();
    }

    @Test
    void aColdBuildIsNotCached() throws IOException {
        BuildAnswer answer = read("built");

        assertThat(log)
                .containsSubsequence(
                        "#8 [builder 4/4] RUN CGO_ENABLED=0 go build -trimpath -ldflags=\"-s -w\" -o /hello ./main.go",
                        "#8 DONE 11.1s");
        assertThat(answer.cached()).isFalse();
        assertThat(answer.bases()).containsExactly("golang:1.23");
    }

    @Test
    void whatStepsPrintedIsReadable() throws IOException {
        read("noisy");

        assertThat(log)
                .containsSequence(
                        "#5 0.124 plain",
                        "#5 0.124 red",
                        "#5 0.124 100%",
                        "#5 0.124 windows",
                        "#5 0.124 no end",
                        "#5 DONE 0.1s")
                .containsSequence("#6 0.330 été 1", "#6 0.531 été 2", "#6 0.733 été 3", "#6 DONE 0.8s")
                .containsSequence(
                        "#8 0.151 ls: cannot access '/nowhere': No such file or directory", "#8 0.151 é 日本 🙂");
    }

    @Test
    void aProgramThatDoesNotCompileIsTheStepThatFailed() throws IOException {
        BuildAnswer answer = read("not-compiling");

        assertThat(log).containsSubsequence("#8 2.709 ./main.go:3:2: undefined: fmt", "ERROR: " + error(answer));
        assertThat(answer.imageId()).isEmpty();
        assertThat(answer.cached()).isFalse();
        assertThat(instruction(answer, "not-compiling"))
                .hasToString("RUN CGO_ENABLED=0 go build     -trimpath -o /hello     ./main.go, line 10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cancelled       | RUN sleep 1; echo failing >&2; exit 3, line 4",
                "heredoc         | RUN <<SCRIPT (echo one...), line 2",
                "missing-file    | COPY nothing here /x/, line 3",
                "classic-failing | RUN echo \"Successfully built 0123456789ab\" &&     go build /nowhere, line 2"
            })
    void theInstructionThatFailedIsFoundInItsDockerfile(String recording, String instruction) throws IOException {
        assertThat(instruction(read(recording), recording)).isEqualTo(instruction);
    }

    @Test
    void anInstructionWhoseVariablesAreReplacedIsFoundInItsDockerfile() throws IOException {
        assertThat(instruction(read("variables"), "variables")).endsWith("&& false, line 4");
    }

    @ParameterizedTest
    @CsvSource({
        "missing-from, alpine:3.20",
        "missing-copy-from, busybox:1.36",
        "missing-mount, busybox:1.36",
        "missing-syntax, docker/dockerfile:1",
        "classic-missing-copy, busybox:1.36"
    })
    void theImageThatIsMissingIsNamed(String recording, String image) throws IOException {
        assertThat(read(recording).unresolvedImage()).contains(image);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "built",
                "not-compiling",
                "missing-file",
                "syntax-error",
                "empty",
                "classic-missing",
                "classic-failing"
            })
    void whereNoImageIsMissingNoneIsNamed(String recording) throws IOException {
        assertThat(read(recording).unresolvedImage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "syntax-error | dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
                "empty        | the Dockerfile cannot be empty"
            })
    void aDockerfileThatIsNoneFailsAtNoStep(String recording, String error) throws IOException {
        BuildAnswer answer = read(recording);

        assertThat(answer.error()).contains(error);
        assertThat(answer.failedStep()).isEmpty();
        assertThat(log).endsWith("ERROR: " + error);
    }

    @Test
    void anImageCopiedFromIsNoBase() throws IOException {
        assertThat(read("copied-image").bases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"classic-built, false", "classic-cached, true"})
    void theClassicBuildersLogIsReadAlong(String recording, boolean cached) throws IOException {
        BuildAnswer answer = read(recording);

        assertThat(log).contains("Step 2/7 : WORKDIR /app", "Step 5/7 : COPY --from=builder /app/x /x");
        assertThat(answer.imageId().orElseThrow()).matches("sha256:[0-9a-f]{64}");
        assertThat(answer.bases()).containsExactly("golang:1.23");
        assertThat(answer.cached()).isEqualTo(cached);
    }

    @ParameterizedTest
    @ValueSource(strings = {"built", "cached", "copied-image", "classic-built", "classic-cached"})
    void dockerJavaReadsASuccess(String recording) throws IOException {
        BuildAnswer answer = new BuildAnswer(Recording.answer(recording), log::add);

        String id = DockerJava.imageId(answer);

        assertThat(id).matches("[0-9a-f]{12,64}");
        assertThat(answer.imageId().orElseThrow()).startsWith("sha256:" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-compiling", "noisy", "missing-from", "empty", "classic-missing", "classic-failing"})
    void dockerJavaReadsAFailure(String recording) {
        BuildAnswer answer = new BuildAnswer(Recording.answer(recording), log::add);

        assertThatThrownBy(() -> DockerJava.imageId(answer))
                .isInstanceOf(DockerClientException.class)
                .hasMessage("Could not build image: " + error(answer));
    }

    private BuildAnswer read(String recording) throws IOException {
        BuildAnswer answer = new BuildAnswer(Recording.answer(recording), log::add);
        answer.readAllBytes();
        return answer;
    }

    private static String error(BuildAnswer answer) {
        return answer.error().orElseThrow();
    }

    private static String instruction(BuildAnswer answer, String recording) {
        FailedInstruction instruction = answer.failedStep()
                .flatMap(step -> FailedInstruction.of(Dockerfile.of(Recording.dockerfile(recording)), step))
                .orElseThrow();
        return instruction.text() + ", line " + instruction.line().orElseThrow();
    }
}
