package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Executable;
import multistage.facts.Variant;
import multistage.measure.fixtures.Elf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElfReaderTest {
    private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";
    private static final String GO = "\u00ff Go buildinf:\b\u0002" + "\0".repeat(16) + "\tgo1.23.12";

    @Test
    void aStaticAndStrippedProgramHasNothingToTell() {
        byte[] bytes = new Elf().memory(".bss", 1L << 40).needing().bytes();

        assertThat(read(bytes))
                .contains(new Executable(
                        Variant.MULTI,
                        "/hello",
                        bytes.length,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void whatAProgramAsksForAndWhatWasLeftInItIsTold() {
        assertThat(read(everything())).hasValueSatisfying(program -> {
            assertThat(program.interpreter()).contains(LOADER);
            assertThat(program.neededLibraries()).containsExactly("libpthread.so.0", "libc.so.6");
            assertThat(program.symbolTables()).containsExactly(".symtab", ".debug_info", ".zdebug_line");
            assertThat(program.goVersion()).contains("go1.23.12");
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
        assertThat(program(new Elf().section(".gopclntab", utf8(table.replace('|', '\0'))))
                        .buildPaths())
                .containsExactlyElementsOf(Stream.of(paths.split(" "))
                        .filter(path -> !path.isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#!/bin/sh\necho hello\n", "MZ and more than sixteen bytes of it"})
    void somethingElseIsNoProgram(String text) {
        assertThat(read(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80, 0xff})
    void aProgramThatIsCutIsNoneAndOneWithAWrongByteIsReadInLinesOrNot(int wrong) {
        byte[] bytes = everything();

        for (int i = 0; i < bytes.length; i++) {
            assertThat(read(Arrays.copyOf(bytes, i))).as("%d bytes", i).isEmpty();
            bytes[i] ^= (byte) wrong;
            assertThat(String.valueOf(read(bytes))).as("byte %d", i).doesNotContain("\n", "\0");
            bytes[i] ^= (byte) wrong;
        }
    }

    private static byte[] everything() {
        return new Elf()
                .interpreter(LOADER)
                .needing("libpthread.so.0", "libc.so.6")
                .symbols()
                .section(".debug_info", new byte[0])
                .section(".zdebug_line", new byte[0])
                .section(".go.buildinfo", GO.getBytes(StandardCharsets.ISO_8859_1))
                .bytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Executable> read(byte[] bytes) {
        return ElfReader.read(Variant.MULTI, "/hello", bytes);
    }

    private static Executable program(Elf elf) {
        return read(elf.bytes()).orElseThrow();
    }
}
