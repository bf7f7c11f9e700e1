package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void everyLineIsShownAtOnceMarkedWithItsImage() {
        try (BuildLog log = log()) {
            log.line("#1 FROM golang:1.23");

            assertThat(console.toString(StandardCharsets.UTF_8).lines()).containsExactly("naive | #1 FROM golang:1.23");
        }
    }

    @Test
    void everyLineIsInItsFile() {
        try (BuildLog log = log()) {
            log.line("#1 FROM golang:1.23");
            log.line("#2 RUN echo été");

            assertThat(log.file()).isEqualTo(file());
        }

        assertThat(file()).hasContent("#1 FROM golang:1.23\n#2 RUN echo été");
    }

    @Test
    void theLastLinesAreKeptForAFailure() {
        try (BuildLog log = log()) {
            IntStream.rangeClosed(1, 31).forEach(number -> log.line("line " + number));

            assertThat(log.lastLines()).hasSize(30).startsWith("line 2").endsWith("line 31");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Files.createDirectories(file());

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(this::log)
                .withMessage("cannot write the build log " + file());
    }

    private BuildLog log() {
        return new BuildLog("naive", new PrintStream(console, true, StandardCharsets.UTF_8), file());
    }

    private Path file() {
        return folder.resolve("logs").resolve("naive.log");
    }
}
