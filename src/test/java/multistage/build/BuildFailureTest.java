package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import multistage.facts.Message;
import multistage.facts.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildFailureTest {
    private static final Message NOT_TO_BE_HAD = Message.of("it is not to be had");
    private static final String REFUSAL = "process \"/bin/sh -c go build ./main.go\" did not complete: exit code: 1";
    private static final String STEP = "[2/2] RUN go build ./main.go";
    private static final Dockerfile DOCKERFILE =
            Dockerfile.of("FROM golang:1.23\n\n\nRUN go build ./main.go\nCOPY --from=bulider / /\n");

    @TempDir
    private Path folder;

    private BuildLog log;

    @BeforeEach
    void open() {
        log = new BuildLog("multi", new PrintStream(OutputStream.nullOutputStream()), folder.resolve("multi.log"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theFirstLineNamesTheImageAndTheInstruction() {
        assertThat(told(Optional.of(STEP), REFUSAL).lines())
                .startsWith(
                        "the multi-stage image does not build: Dockerfile-multi, line 4: RUN go build ./main.go",
                        REFUSAL);
    }

    @Test
    void whereItFailedAtNoInstructionTheFirstLineTellsWhatWasSaid() {
        assertThat(told(Optional.empty(), REFUSAL).lines())
                .startsWith(
                        "the multi-stage image does not build: " + REFUSAL,
                        "the last lines of its log, " + log.file() + ":");
    }

    @Test
    void itEndsWithTheLastLinesOfTheLogAndTellsWhereTheRestIs() {
        IntStream.rangeClosed(1, 31).forEach(number -> log.line("line " + number + "."));

        assertThat(told(Optional.of(STEP), REFUSAL).lines())
                .contains("the last lines of its log, " + log.file() + ":", "  line 2.")
                .doesNotContain("  line 1.")
                .endsWith("  line 31.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY main.go . | main.go | in the demo's folder, or its .dockerignore leaves that out",
                "COPY --from=builder /helo /hello | helo | in what it copies from"
            })
    void aFileThatIsNotThereToCopyIsNamedOnTheFirstLine(String copy, String file, String where) {
        String refusal = "failed to compute cache key: failed to calculate checksum of ref dda006::t5h2: \"/" + file
                + "\": not found";

        assertThat(told(Optional.of("[2/2] " + copy), refusal).lines())
                .startsWith(
                        "the multi-stage image does not build: Dockerfile-multi: " + copy + " (there is no " + file
                                + " " + where + ")",
                        refusal);
    }

    @Test
    void soItIsInPodmansWords() {
        String refusal =
                "building at STEP \"COPY main.go .\": checking on sources under \"/data/libpod_builder1/build\":"
                        + " copier: stat: \"/main.go\": no such file or directory";

        assertThat(told(Optional.of("STEP 2/2: COPY main.go ."), refusal))
                .startsWith("the multi-stage image does not build: Dockerfile-multi: COPY main.go ."
                        + " (there is no main.go in the demo's folder, or its .dockerignore leaves that out)");
    }

    @Test
    void anImageThatIsNotToBeHadMayHaveBeenMeantAsAStage() {
        assertThat(failure(missing("bulider:latest")).map(BuildFailure::told).map(Message::english))
                .contains(
                        "bulider is no stage of Dockerfile-multi, which names none; and as an image, it is not to be had");
        assertThat(failure(missing("golang:1.23")).map(BuildFailure::told)).contains(NOT_TO_BE_HAD);
    }

    @Test
    void itsLineIsThatOfTheInstruction() {
        assertThat(line(refused(Optional.of(STEP), REFUSAL))).contains(4);
    }

    @Test
    void orTheOneThatTheEngineNames() {
        assertThat(line(refused(Optional.empty(), "dockerfile parse error on line 3: unknown instruction: RUNN")))
                .contains(3);
    }

    @Test
    void orTheOneThatNamesTheMissingImage() {
        assertThat(line(missing("bulider:latest"))).contains(5);
    }

    @Test
    void orNone() {
        assertThat(line(refused(Optional.empty(), REFUSAL))).isEmpty();
    }

    @Test
    void whereThereIsAnImageNothingFailed() {
        assertThat(failure(new BuildEnd(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true)))
                .isEmpty();
    }

    private String told(Optional<String> step, String refusal) {
        return failure(refused(step, refusal)).orElseThrow().told().english();
    }

    private Optional<Integer> line(BuildEnd end) {
        return failure(end).orElseThrow().line();
    }

    private Optional<BuildFailure> failure(BuildEnd end) {
        return BuildFailure.of(Variant.MULTI, DOCKERFILE, end, log);
    }

    private static BuildEnd refused(Optional<String> step, String refusal) {
        return new BuildEnd(
                Optional.of(Message.verbatim(refusal)), step, Optional.empty(), Optional.empty(), List.of(), false);
    }

    private static BuildEnd missing(String image) {
        return new BuildEnd(
                Optional.of(Message.verbatim("not found")),
                Optional.empty(),
                Optional.of(image),
                Optional.of(NOT_TO_BE_HAD),
                List.of(),
                false);
    }
}
