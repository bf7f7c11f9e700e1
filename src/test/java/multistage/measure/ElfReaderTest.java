package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import multistage.facts.Executable;
import multistage.facts.Variant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads a dynamic program that each machine with Java and Linux has, whole and damaged. */
class ElfReaderTest {
    private static byte[] java;

    @BeforeAll
    static void readJava() throws IOException {
        java = Files.readAllBytes(Path.of(System.getProperty("java.home"), "bin", "java"));
        assumeThat(java).as("an ELF file").startsWith(0x7f, 'E', 'L', 'F');
    }

    @Test
    void whatAProgramAsksForIsTold() {
        assertThat(read(java)).hasValueSatisfying(program -> {
            assertThat(program.interpreter().orElseThrow()).matches("/lib.*/ld-.*");
            assertThat(program.neededLibraries()).anyMatch(library -> library.startsWith("libc."));
            assertThat(program.bytes()).isEqualTo(java.length);
            assertThat(program.goVersion()).isEmpty();
            assertThat(program.buildPaths()).isEmpty();
        });
    }

    /** A bar stands for the zero between two texts. */
    @ParameterizedTest
    @CsvSource({
        "|/app/main.go|runtime/proc.go|/usr/local/go/src/a.go|/app/main.go|, /app/main.go /usr/local/go/src/a.go",
        "|/root/x.go|/Zoé/été.go|,                                           /root/x.go /Zoé/été.go",
        "|/main.go|./main.go|/_/runtime/cgo/a.go|_cgo_gotypes.go|/hello.go|, ''",
        "|runtime/proc.go|/etc/hosts|see /app/main.go:7|/app/.go|/app/a\tb.go|, ''",
    })
    void absolutePathsOfSourceFilesAreBuildPathsButWhatTrimpathLeaves(String table, String paths) {
        byte[] texts = table.replace('|', '\0').getBytes(StandardCharsets.UTF_8);
        byte[] program = Arrays.copyOf(java, java.length + texts.length);
        System.arraycopy(texts, 0, program, java.length, texts.length);

        assertThat(read(program).orElseThrow().buildPaths())
                .isEqualTo(paths.isEmpty() ? List.of() : List.of(paths.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#!/bin/sh\necho hello\n", "MZ and more than sixteen bytes of it"})
    void somethingElseIsNoProgram(String text) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** The headers stand at a program's start and end. */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80, 0xff})
    void aProgramThatIsCutIsNoneAndOneWithAWrongByteIsReadInLinesOrNot(int wrong) {
        IntStream.range(0, java.length)
                .filter(i -> i < 1000 || i > java.length - 2500)
                .forEach(i -> {
                    byte[] damaged = java.clone();
                    damaged[i] ^= (byte) wrong;

                    assertThat(read(Arrays.copyOf(java, i))).as("%d bytes", i).isEmpty();
                    assertThat(String.valueOf(read(damaged))).as("byte %d", i).doesNotContain("\n", "\0");
                });
    }

    private static Optional<Executable> read(byte[] bytes) {
        return ElfReader.read(Variant.MULTI, "/hello", bytes);
    }
}
