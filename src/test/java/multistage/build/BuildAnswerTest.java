package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import multistage.build.fixtures.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildAnswerTest {
    private static final String ID = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String BUILT = "{\"id\":\"moby.image.id\",\"aux\":{\"ID\":\"" + ID + "\"}}\n";

    private static final JsonMapper AS_DOCKER_JAVA = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<String> log = new ArrayList<>();

    @Test
    void aBuildFromTheCacheReadsLikeDockerBuild() throws IOException {
        BuildAnswer answer = read(Recording.answer("cached"));

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
        BuildAnswer answer = read(Recording.answer("built"));

        assertThat(log)
                .containsSubsequence(
                        "#8 [builder 4/4] RUN CGO_ENABLED=0 go build -trimpath -ldflags=\"-s -w\" -o /hello ./main.go",
                        "#8 DONE 11.1s");
        assertThat(answer.cached()).isFalse();
        assertThat(answer.bases()).containsExactly("golang:1.23");
    }

    @Test
    void whatStepsPrintedIsReadable() throws IOException {
        read(Recording.answer("noisy"));

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
        BuildAnswer answer = read(Recording.answer("not-compiling"));

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
        assertThat(instruction(read(Recording.answer(recording)), recording)).isEqualTo(instruction);
    }

    @Test
    void anInstructionWhoseVariablesAreReplacedIsFoundInItsDockerfile() throws IOException {
        assertThat(instruction(read(Recording.answer("variables")), "variables"))
                .endsWith("&& false, line 4");
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
        assertThat(read(Recording.answer(recording)).unresolvedImage()).contains(image);
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
        assertThat(read(Recording.answer(recording)).unresolvedImage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "syntax-error | dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
                "empty        | the Dockerfile cannot be empty"
            })
    void aDockerfileThatIsNoneFailsAtNoStep(String recording, String error) throws IOException {
        BuildAnswer answer = read(Recording.answer(recording));

        assertThat(answer.error()).contains(error);
        assertThat(answer.failedStep()).isEmpty();
        assertThat(log).endsWith("ERROR: " + error);
    }

    @Test
    void anImageCopiedFromIsNoBase() throws IOException {
        assertThat(read(Recording.answer("copied-image")).bases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"classic-built, false", "classic-cached, true"})
    void theClassicBuildersLogIsReadAlong(String recording, boolean cached) throws IOException {
        BuildAnswer answer = read(Recording.answer(recording));

        assertThat(log).contains("Step 2/7 : WORKDIR /app", "Step 5/7 : COPY --from=builder /app/x /x");
        assertThat(answer.imageId().orElseThrow()).matches("sha256:[0-9a-f]{64}");
        assertThat(answer.bases()).containsExactly("golang:1.23");
        assertThat(answer.cached()).isEqualTo(cached);
    }

    @ParameterizedTest
    @ValueSource(strings = {"built", "cached", "copied-image", "classic-built", "classic-cached"})
    void dockerJavaReadsASuccess(String recording) throws IOException {
        BuildAnswer answer = new BuildAnswer(Recording.answer(recording), log::add);

        String id = dockerJava(answer);

        assertThat(id).matches("[0-9a-f]{12,64}");
        assertThat(answer.imageId().orElseThrow()).startsWith("sha256:" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-compiling", "noisy", "missing-from", "empty", "classic-missing", "classic-failing"})
    void dockerJavaReadsAFailure(String recording) {
        BuildAnswer answer = new BuildAnswer(Recording.answer(recording), log::add);

        assertThatThrownBy(() -> dockerJava(answer))
                .isInstanceOf(DockerClientException.class)
                .hasMessage("Could not build image: " + error(answer));
    }

    @Test
    void anotherBuildersAnswerPassesAsItIs() throws IOException {
        String podman = """
                {"stream":"STEP 1/2: FROM golang:1.23\\n"}
                {"stream":"STEP 2/2: RUN true\\n"}
                {"status":"Pulling from library/golang","id":"1.23"}
                {"status":"Downloading","progressDetail":{"current":1,"total":2},"id":"a"}
                {"aux":{"ID":"%s"}}
                """.formatted(ID);
        String built = "{\"stream\":\"Successfully built 0123456789ab\\n\"}\n";
        BuildAnswer answer = answer(podman + built);

        assertThat(text(answer)).isEqualTo(podman + built);
        assertThat(answer.imageId()).contains(ID);
        assertThat(log)
                .containsExactly(
                        "STEP 1/2: FROM golang:1.23",
                        "STEP 2/2: RUN true",
                        "Pulling from library/golang",
                        "Successfully built 0123456789ab");
    }

    @Test
    void theIdOfAnotherStageIsNotTheImages() throws IOException {
        BuildAnswer answer = answer(("""
                {"aux":{"ID":"sha256:%s"}}
                {"stream":"Successfully built 0123456789ab\\n"}
                """).formatted("f".repeat(64)));

        assertThat(dockerJava(answer)).isEqualTo("0123456789ab");
        assertThat(answer.imageId()).contains("0123456789ab");
    }

    @Test
    void linesMayEndAsDockerEndsThem() throws IOException {
        BuildAnswer answer =
                answer(trace("[1/1] RUN true", "hello").replace("\n", "\r\n") + BUILT.replace("\n", "\r\n"));

        assertThat("sha256:" + dockerJava(answer)).isEqualTo(ID);
        assertThat(log).containsExactly("#1 [1/1] RUN true", "#1 0.000 hello");
    }

    @Test
    void aLineIsThereBeforeTheNextIsAskedFor() throws IOException {
        AtomicBoolean asked = new AtomicBoolean();
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                asked.set(true);
                return -1;
            }
        };
        BuildAnswer answer =
                new BuildAnswer(new SequenceInputStream(bytes(trace("[1/1] RUN true", "hello\n")), slow), log::add);
        byte[] into = new byte[1000];

        int length = answer.read(into);

        assertThat(new String(into, 0, length, StandardCharsets.UTF_8))
                .isEqualTo("{\"stream\":\"#1 [1/1] RUN true\\n\"}\n{\"stream\":\"#1 0.000 hello\\n\"}\n");
        assertThat(log).containsExactly("#1 [1/1] RUN true", "#1 0.000 hello");
        assertThat(asked).isFalse();
        assertThat(answer.read(into)).isEqualTo(-1);
    }

    @Test
    void readsByteByByteToo() throws IOException {
        BuildAnswer answer = answer(BUILT);

        assertThat(answer.read(new byte[0])).isZero();
        assertThat(answer.read()).isEqualTo('{');
        assertThat(answer.available()).isPositive();
        assertThat(answer.imageId()).contains(ID);
        assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("\"stream\":")
                .endsWith("}\n");
        assertThat(answer.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Bad Gateway</html>                                   | it is not JSON, or breaks off",
                "{\"stream\":\"broken                                       | it is not JSON, or breaks off",
                "[1, 2]                                                     | docker-java cannot read it",
                "42                                                         | docker-java cannot read it",
                "{\"id\":\"other\",\"aux\":\"text\"}                         | docker-java cannot read it",
                "{\"id\":\"moby.buildkit.trace\",\"aux\":\"no base64!\"}     | it is no trace of a build",
                "{\"id\":\"moby.buildkit.trace\",\"aux\":\"AAAA\"}           | it is no trace of a build",
                "{\"id\":\"moby.buildkit.trace\",\"aux\":{\"a\":\"b\"}}     | it is no trace of a build"
            })
    void aBrokenLineIsLeftOutAndTheBuildGoesOn(String line, String why) throws IOException {
        BuildAnswer answer = answer(trace("[1/1] RUN true", "hello\n") + line.strip() + "\n" + BUILT);

        assertThat("sha256:" + dockerJava(answer)).isEqualTo(ID);
        assertThat(log).last().isEqualTo("(a line of the engine's answer is left out: " + why + ")");
    }

    @Test
    void aLineOfMegabytesIsLeftOutAndTheBuildGoesOn() throws IOException {
        InputStream huge = new SequenceInputStream(
                new ByteArrayInputStream(new byte[AnswerLines.LONGEST + 1]), bytes("\n" + trace("A", "") + BUILT));
        BuildAnswer answer = new BuildAnswer(huge, log::add);

        assertThat("sha256:" + dockerJava(answer)).isEqualTo(ID);
        assertThat(log)
                .containsExactly(
                        "(a line of the engine's answer is left out: it is longer than 4194304 bytes)", "#1 A");
    }

    @Test
    void endlessBrokenLinesAreRemarkedOnToSomePoint() throws IOException {
        read(bytes("?\n".repeat(BoundedLog.MOST_LINES + 10)));

        assertThat(log).hasSize(BoundedLog.MOST_LINES + 1).last().asString().contains("left out");
    }

    @Test
    void jsonWithinJsonWithinJsonIsLeftOut() throws IOException {
        read(bytes("{\"a\":".repeat(100_000) + "\n"));

        assertThat(log).containsExactly("(a line of the engine's answer is left out: it is not JSON, or breaks off)");
    }

    @Test
    void anImageIdThatIsNoneIsNoSuccess() {
        BuildAnswer answer = answer(BUILT.replace("0123", "../x"));

        assertThatThrownBy(() -> dockerJava(answer)).hasMessage("Could not build image");
        assertThat(answer.imageId()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffIsNoSuccess() throws IOException {
        BuildAnswer answer = read(bytes(trace("[1/1] RUN true", "hel")));

        assertThat(answer.imageId()).isEmpty();
        assertThat(answer.error()).isEmpty();
        assertThat(answer.cached()).isFalse();
        assertThat(log).endsWith("#1 0.000 hel");
    }

    @Test
    void aBrokenConnectionIsToldAsSuch() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> new BuildAnswer(broken, log::add).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void closingClosesTheEnginesAnswerAndTellsTheLastWords() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream engines = new SequenceInputStream(bytes(trace("[1/1] RUN read", "Password: ")), bytes("")) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        BuildAnswer answer = new BuildAnswer(engines, log::add);
        assertThat(answer.read()).isPositive();

        answer.close();

        assertThat(closed).isTrue();
        assertThat(log).containsExactly("#1 [1/1] RUN read", "#1 0.000 Password: ");
    }

    @Test
    void whatTheEngineAnswersInPlaceOfABuildIsAnError() throws IOException {
        assertThat(read(bytes("{\"message\":\"unknown instruction: RUNN\"}\n")).error())
                .contains("unknown instruction: RUNN");
        assertThat(read(bytes("{\"error\":\"old Podman\"}\n")).error()).contains("old Podman");
        assertThat(read(bytes("{\"error\":\"first\"}\n{\"error\":\"later\"}\n")).error())
                .contains("first");
        assertThat(read(bytes("{\"error\":\"" + "x".repeat(100_000) + "\"}\n"))
                        .error()
                        .orElseThrow())
                .hasSize(64_000);
    }

    @Test
    void theImageOfABuildThatFailsAfterAllIsNone() {
        BuildAnswer answer = answer(BUILT + "{\"errorDetail\":{\"message\":\"no space\"},\"error\":\"no space\"}\n");

        assertThatThrownBy(() -> dockerJava(answer)).hasMessage("Could not build image: no space");
        assertThat(answer.imageId()).isEmpty();
        assertThat(answer.cached()).isFalse();
    }

    @Test
    void whatACommandPrintsIsNotTakenForSuccess() {
        String printing = trace("[1/1] RUN pip install .", "Successfully built wheel\n");

        assertThatThrownBy(() -> dockerJava(answer(printing))).hasMessage("Could not build image");
        assertThat(log).endsWith("#1 0.000 Successfully built wheel");
    }

    private BuildAnswer answer(String text) {
        return new BuildAnswer(bytes(text), log::add);
    }

    private BuildAnswer read(InputStream engines) throws IOException {
        BuildAnswer answer = new BuildAnswer(engines, log::add);
        answer.readAllBytes();
        return answer;
    }

    private static String text(InputStream answer) throws IOException {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
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

    /** What docker-java makes of an answer: the id of the image, or its exception. */
    private static String dockerJava(InputStream answer) throws IOException {
        BuildImageResultCallback callback = new BuildImageResultCallback();
        try (MappingIterator<BuildResponseItem> items =
                AS_DOCKER_JAVA.readerFor(BuildResponseItem.class).readValues(answer)) {
            items.forEachRemaining(callback::onNext);
        }
        callback.onComplete();
        return callback.awaitImageId();
    }

    /** A line of BuildKit's about a step that runs and prints. */
    private static String trace(String name, String output) {
        UnknownFieldSet vertex = UnknownFieldSet.newBuilder()
                .addField(1, field("sha256:a"))
                .addField(3, field(name))
                .addField(5, field(""))
                .build();
        UnknownFieldSet log = UnknownFieldSet.newBuilder()
                .addField(1, field("sha256:a"))
                .addField(4, field(output))
                .build();
        byte[] response = UnknownFieldSet.newBuilder()
                .addField(
                        1,
                        Field.newBuilder()
                                .addLengthDelimited(vertex.toByteString())
                                .build())
                .addField(
                        3,
                        Field.newBuilder()
                                .addLengthDelimited(log.toByteString())
                                .build())
                .build()
                .toByteArray();
        return "{\"id\":\"moby.buildkit.trace\",\"aux\":\""
                + Base64.getEncoder().encodeToString(response) + "\"}\n";
    }

    private static Field field(String text) {
        return Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }
}
