package multistage.docker;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import multistage.facts.Instruction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of the answers that engines gave to builds: a log, what it tells, and what docker-java reads. */
class BuildAnswerTest {
    private static final JsonMapper AS_DOCKER_JAVA = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String PODMAN = """
            {"stream":"[1/2] STEP 1/2: FROM docker.io/library/golang:1.23 AS builder\\n"}
            {"stream":"[1/2] STEP 2/2: RUN go build\\n--> Using cache 0123\\n"}
            {"stream":"[2/2] STEP 1/3: FROM builder\\n[2/2] STEP 2/3: COPY a"}
            {"stream":" b\\n%s"}
            """;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Path file;
    private BuildLog log;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("multi.log");
        log = new BuildLog(file, "multi", new PrintStream(shown, true, StandardCharsets.UTF_8), false);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aBuildFromTheCacheReadsLikeDockerBuild() throws IOException {
        read(answer("cached"));

        assertThat(lines())
                .containsSubsequence(
                        "#5 [builder 1/4] FROM docker.io/library/golang:1.23",
                        "#7 [builder 3/4] COPY <<EOF main.go",
                        "#7 CACHED",
                        "#9 [stage-1 1/1] COPY --from=builder /hello /hello",
                        "#9 CACHED",
                        "#10 exporting to image",
                        "#10 DONE 0.0s");
        assertThat(log.bases()).containsExactly("golang:1.23");
        assertThat(log.cached()).isTrue();
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatStepsPrintedIsReadable() throws IOException {
        read(answer("noisy"));

        assertThat(lines())
                .containsSequence("#5 plain", "#5 red", "#5 100%", "#5 windows", "#5 no end", "#5 DONE 0.0s")
                .contains("#6 été 1", "#8 é 日本 🙂");
    }

    @ParameterizedTest
    @CsvSource({"built, false", "cached, true", "copied-image, false"})
    void dockerJavaReadsASuccess(String recording, boolean cached) throws IOException {
        assertThat(imageId(answer(recording))).matches("[0-9a-f]{64}");
        assertThat(log.error()).isEmpty();
        assertThat(log.cached()).isEqualTo(cached);
    }

    @ParameterizedTest
    @CsvSource({
        "not-compiling, 10,",
        "cancelled, 4,",
        "heredoc, 2,",
        "missing-file, 3,",
        "variables, 4,",
        "missing-from,, alpine:3.20",
        "missing-copy-from,, busybox:1.36",
        "missing-mount,, busybox:1.36",
        "missing-syntax,, docker/dockerfile:1",
        "syntax-error,,",
        "empty,,"
    })
    void aFailureNamesTheLineOrTheMissingImage(String recording, Integer line, String image) {
        assertThatThrownBy(() -> imageId(answer(recording))).isInstanceOf(DockerClientException.class);

        assertThat(lines()).last().asString().startsWith("ERROR: ");
        assertThat(ImageName.missingIn(log.error().orElseThrow(), log.failedStep()))
                .isEqualTo(Optional.ofNullable(image));
        assertThat(log.failedStep()
                        .filter(step -> line != null)
                        .flatMap(Dockerfile.of(dockerfile(recording))::instruction)
                        .map(Instruction::line))
                .isEqualTo(Optional.ofNullable(line));
    }

    @Test
    void whatTheFailedStepPrintedLastIsRememberedAndItsNameShows() throws IOException {
        read(answer("not-compiling"));

        assertThat(log.lastLines()).contains("./main.go:3:2: undefined: fmt");
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("multi | #8 [builder 4/4] RUN CGO_ENABLED=0 go build");
    }

    @Test
    void podmansAnswerPassesAsItIsAndIsReadAlong() throws IOException {
        String answer = PODMAN.formatted("--> Using cache 4567\\n")
                + "{\"aux\":{\"ID\":\"sha256:0123\"}}\n{\"stream\":\"Successfully built 0123456789ab\\n\"}\n";

        assertThat(imageId(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("0123456789ab");
        assertThat(log.bases()).containsExactly("golang:1.23");
        assertThat(log.cached()).isTrue();
    }

    @Test
    void podmansLastStepIsTheOneThatFailed() throws IOException {
        String answer = PODMAN.formatted("some output\\n") + "{\"error\":\"exit status 1\"}\n";

        read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));

        assertThat(log.failedStep()).contains("[2/2] STEP 2/3: COPY a b");
        assertThat(log.lastLines()).containsExactly("some output");
    }

    @Test
    void aLineIsInTheLogBeforeTheNextIsAskedFor() throws IOException {
        InputStream waiting = new InputStream() {
            @Override
            public int read() {
                assertThat(log.stepUnderWay()).contains("[1/1] RUN true");
                return -1;
            }
        };

        read(new SequenceInputStream(trace("[1/1] RUN true", "hello"), waiting));

        assertThat(lines()).containsExactly("#1 [1/1] RUN true", "#1 hello");
    }

    @Test
    void aFloodEndsInTheLogAndHowItEndedIsStillTold() throws IOException {
        read(trace("[1/1] RUN yes", "y\n".repeat(30_000) + "x".repeat(100_000) + "\nlast words"));
        log.line("the end");

        assertThat(lines())
                .hasSizeBetween(20_000, 20_010)
                .contains("(more than 20000 lines: the rest of the output is left out)")
                .last()
                .isEqualTo("the end");
        assertThat(log.lastLines())
                .hasSize(10)
                .allMatch(line -> line.length() <= 500)
                .last()
                .isEqualTo("last words");
    }

    /** That of Docker 28.5.2 (overlay2) to {@code POST /v1.44/build?version=2} with a Dockerfile as the whole context. */
    private static InputStream answer(String name) {
        return BuildAnswerTest.class.getResourceAsStream("answers/" + name + ".jsonl");
    }

    private static String dockerfile(String name) {
        try (InputStream in = BuildAnswerTest.class.getResourceAsStream("answers/" + name + ".Dockerfile")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(InputStream answer) throws IOException {
        try (BuildAnswer read = new BuildAnswer(answer, log)) {
            read.readAllBytes();
        }
    }

    private String imageId(InputStream answer) throws IOException {
        BuildImageResultCallback callback = new BuildImageResultCallback();
        try (MappingIterator<BuildResponseItem> items =
                AS_DOCKER_JAVA.readerFor(BuildResponseItem.class).readValues(new BuildAnswer(answer, log))) {
            items.forEachRemaining(callback::onNext);
        }
        callback.onComplete();
        return callback.awaitImageId();
    }

    private List<String> lines() {
        log.close();
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line about a step that has begun and printed this. */
    private static InputStream trace(String step, String output) {
        UnknownFieldSet vertex = message(1, "digest")
                .mergeFrom(message(3, step).build())
                .mergeFrom(message(5, "").build())
                .build();
        UnknownFieldSet printed =
                message(1, "digest").mergeFrom(message(4, output).build()).build();
        UnknownFieldSet trace = UnknownFieldSet.newBuilder()
                .addField(1, field(vertex.toByteString()))
                .addField(3, field(printed.toByteString()))
                .build();
        String base64 = Base64.getEncoder().encodeToString(trace.toByteArray());
        return new ByteArrayInputStream("{\"id\":\"moby.buildkit.trace\",\"aux\":\"%s\"}\n"
                .formatted(base64)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static UnknownFieldSet.Builder message(int number, String text) {
        return UnknownFieldSet.newBuilder().addField(number, field(ByteString.copyFromUtf8(text)));
    }

    private static Field field(ByteString bytes) {
        return Field.newBuilder().addLengthDelimited(bytes).build();
    }
}
