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

    @Test
    void ofManyBuildPathsTheFirstAreKeptAndALongOneIsNone() {
        StringBuilder table = new StringBuilder("\0/app/" + "a".repeat(300) + ".go\0");
        for (int i = 0; i < 100; i++) {
            table.append("/app/").append(i).append(".go\0");
        }

        assertThat(program(new Elf().section(".gopclntab", utf8(table.toString())))
                        .buildPaths())
                .hasSize(20)
                .startsWith("/app/0.go");
    }

    @Test
    void ofWhatGoWroteElsewhereNothingIsTold() {
        assertThat(program(new Elf().memory(".go.buildinfo", 1L << 40)).goVersion())
                .isEmpty();
        assertThat(program(new Elf()
                                .section(
                                        ".go.buildinfo",
                                        GO.substring(0, 14).concat("\b\0").getBytes(StandardCharsets.ISO_8859_1)))
                        .goVersion())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#!/bin/sh\necho hello\n", "MZ and more than sixteen bytes of it"})
    void somethingElseIsNoProgram(String text) {
        assertThat(read(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void aProgramThatIsCutIsNone() {
        byte[] whole = everything();

        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80, 0xff})
    void aProgramWithAnyByteWrongIsReadInLinesOrNot(int wrong) {
        byte[] bytes = everything();

        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) wrong;
            assertThat(read(bytes))
                    .as("byte %d", i)
                    .satisfies(program -> assertThat(String.valueOf(program)).doesNotContain("\n", "\0"));
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
