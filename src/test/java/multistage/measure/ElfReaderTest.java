package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.facts.Executable;
import multistage.facts.GoBuild;
import multistage.facts.Variant;
import multistage.measure.fixtures.Elf;
import multistage.measure.fixtures.GoSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElfReaderTest {
    private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

    @Test
    void aStaticAndStrippedProgramHasNothingToTell() {
        byte[] bytes = new Elf().bytes();

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
    void theDynamicLoaderThatItAsksFor() {
        assertThat(program(new Elf().interpreter(LOADER)).interpreter()).contains(LOADER);
    }

    @Test
    void theSharedLibrariesThatItAsksForInTheirOrder() {
        assertThat(program(new Elf().interpreter(LOADER).needing("libpthread.so.0", "libc.so.6"))
                        .neededLibraries())
                .containsExactly("libpthread.so.0", "libc.so.6");
    }

    @Test
    void aStaticProgramThatIsLoadedAnywhereAsksForNone() {
        assertThat(program(new Elf().needing()).neededLibraries()).isEmpty();
    }

    @Test
    void aProgramMayAskForMoreMemoryThanItsFileIsLong() {
        assertThat(read(new Elf().memory(".bss", 1L << 40).bytes())).isPresent();
    }

    @Test
    void symbolTableAndDebugInformation() {
        Elf unstripped = new Elf()
                .symbols()
                .section(".debug_info", "")
                .section(".zdebug_line", "")
                .section(".gosymtab", "");

        assertThat(program(unstripped).symbolTables()).containsExactly(".symtab", ".debug_info", ".zdebug_line");
    }

    @Test
    void theSourceFilesThatItNamesByAbsolutePath() {
        Elf untrimmed = new Elf()
                .section(
                        ".gopclntab",
                        "\0/app/main.go\0runtime/proc.go\0/usr/local/go/src/fmt/print.go\0/app/main.go\0");

        assertThat(program(untrimmed).buildPaths()).containsExactly("/app/main.go", "/usr/local/go/src/fmt/print.go");
    }

    @Test
    void aBuildPathMayHaveSpacesAndAccents() {
        Elf accented = new Elf().section(".gopclntab", "\0/Zoé's app/été.go\0");

        assertThat(program(accented).buildPaths()).containsExactly("/Zoé's app/été.go");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_runtime/proc.go_", "_/etc/hosts_", "see /app/main.go:7", "_/app/a\tb.go_"})
    void otherTextIsNoBuildPath(String text) {
        assertThat(program(new Elf().section(".rodata", text.replace('_', '\0')))
                        .buildPaths())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "300, true", "301, false"})
    void aBuildPathHasANameAndALimit(int letters, boolean taken) {
        String path = "/" + "a".repeat(letters) + ".go";

        assertThat(program(new Elf().section(".rodata", "\0" + path + "\0")).buildPaths())
                .isEqualTo(taken ? List.of(path) : List.of());
    }

    @Test
    void onlyTheFirstBuildPathsAreKept() {
        StringBuilder table = new StringBuilder("\0");
        for (int i = 0; i < 100; i++) {
            table.append("/app/").append(i).append(".go\0");
        }

        assertThat(program(new Elf().section(".gopclntab", table.toString())).buildPaths())
                .hasSize(20);
    }

    @Test
    void whatGoWroteIntoItAboutItsMaking() {
        byte[] section = new GoSection("go1.23.12", "build\tCGO_ENABLED=0\n").bytes();

        assertThat(program(new Elf().section(".go.buildinfo", section)).goBuild())
                .contains(new GoBuild("go1.23.12", Map.of("CGO_ENABLED", "0")));
    }

    @Test
    void whatGoWritesIsNotLookedForInMemoryThatTakesNoPlaceInTheFile() {
        assertThat(program(new Elf().memory(".go.buildinfo", 1L << 40)).goBuild())
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
    void aProgramWithAnyByteWrongIsReadOrNot(int wrong) {
        byte[] bytes = everything();

        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) wrong;
            assertThatCode(() -> read(bytes)).as("byte %d", i).doesNotThrowAnyException();
            bytes[i] ^= (byte) wrong;
        }
    }

    private static byte[] everything() {
        return new Elf()
                .interpreter(LOADER)
                .needing("libc.so.6")
                .symbols()
                .section(".debug_info", "")
                .section(".go.buildinfo", new GoSection("go1.23.12", "build\tGOOS=linux\n").bytes())
                .bytes();
    }

    private static Optional<Executable> read(byte[] bytes) {
        return ElfReader.read(Variant.MULTI, "/hello", bytes);
    }

    private static Executable program(Elf elf) {
        return read(elf.bytes()).orElseThrow();
    }
}
