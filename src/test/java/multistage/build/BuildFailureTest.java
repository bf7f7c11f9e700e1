package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import multistage.facts.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFailureTest {
    private static final String REFUSAL = "process \"/bin/sh -c go build ./main.go\" did not complete: exit code: 1";
    private static final FailedStep STEP = new FailedStep("[builder 3/3] RUN go build ./main.go", REFUSAL);

    @TempDir
    private Path folder;

    private Path dockerfile;
    private BuildLog log;

    @BeforeEach
    void write() throws IOException {
        dockerfile = Files.writeString(folder.resolve("Dockerfile-multi"), """
                FROM golang:1.23 AS builder
                WORKDIR /app

                RUN go build ./main.go
                FROM scratch
                """);
        log = new BuildLog("multi", new PrintStream(OutputStream.nullOutputStream()), folder.resolve("multi.log"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theFirstLineNamesTheImageAndTheInstruction() {
        assertThat(explain(Optional.of(STEP)).lines())
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

        assertThat(explain(Optional.of(STEP)).lines())
                .contains("the last lines of its log, " + log.file() + ":", "  line 2.")
                .doesNotContain("  line 1.")
                .endsWith("  line 31.");
    }

    private String explain(Optional<FailedStep> step) {
        return BuildFailure.explain(Variant.MULTI, dockerfile, step, REFUSAL, log);
    }
}
