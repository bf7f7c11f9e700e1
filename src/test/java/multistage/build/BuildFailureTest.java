package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
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
    private static final FailedInstruction INSTRUCTION =
            new FailedInstruction("RUN go build ./main.go", Optional.of(4));

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
        assertThat(explain(Optional.of(INSTRUCTION)).lines())
                .startsWith(
                        "the multi-stage image does not build: Dockerfile-multi, line 4: RUN go build ./main.go",
                        REFUSAL);
    }

    @Test
    void whereItFailedAtNoInstructionTheFirstLineTellsWhatWasSaid() {
        assertThat(explain(Optional.empty()).lines())
                .startsWith(
                        "the multi-stage image does not build: " + REFUSAL,
                        "the last lines of its log, " + log.file() + ":");
    }

    @Test
    void itEndsWithTheLastLinesOfTheLogAndTellsWhereTheRestIs() {
        IntStream.rangeClosed(1, 31).forEach(number -> log.line("line " + number + "."));

        assertThat(explain(Optional.of(INSTRUCTION)).lines())
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

        assertThat(BuildFailure.explain(
                                Variant.MULTI,
                                Optional.of(new FailedInstruction(copy, Optional.empty())),
                                Message.verbatim(refusal),
                                log)
                        .english()
                        .lines())
                .startsWith(
                        "the multi-stage image does not build: Dockerfile-multi: " + copy + " (there is no " + file
                                + " " + where + ")",
                        refusal);
    }

    @Test
    void soItIsInPodmansWords() {
        FailedInstruction copy = new FailedInstruction("COPY main.go .", Optional.of(6));
        String refusal =
                "building at STEP \"COPY main.go .\": checking on sources under \"/data/libpod_builder1/build\":"
                        + " copier: stat: \"/main.go\": no such file or directory";

        assertThat(BuildFailure.explain(Variant.MULTI, Optional.of(copy), Message.verbatim(refusal), log)
                        .english())
                .startsWith("the multi-stage image does not build: Dockerfile-multi, line 6: COPY main.go ."
                        + " (there is no main.go in the demo's folder, or its .dockerignore leaves that out)");
    }

    @Test
    void anImageThatIsNotToBeHadMayHaveBeenMeantAsAStage() {
        String dockerfile = "FROM scratch\nCOPY --from=bulider / /\n";

        assertThat(BuildFailure.missingImage(Variant.MULTI, dockerfile, "bulider:latest", NOT_TO_BE_HAD)
                        .english())
                .isEqualTo(
                        "bulider is no stage of Dockerfile-multi, which names none; and as an image, it is not to be had");
        assertThat(BuildFailure.missingImage(Variant.MULTI, dockerfile, "golang:1.23", NOT_TO_BE_HAD))
                .isEqualTo(NOT_TO_BE_HAD);
    }

    private String explain(Optional<FailedInstruction> instruction) {
        return BuildFailure.explain(Variant.MULTI, instruction, Message.verbatim(REFUSAL), log)
                .english();
    }
}
