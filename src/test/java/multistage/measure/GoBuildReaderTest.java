package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import multistage.facts.GoBuild;
import multistage.measure.fixtures.GoSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoBuildReaderTest {
    private static final int MAGIC = 0;
    private static final int FLAGS = 15;
    private static final int LENGTH_OF_VERSION = 32;
    private static final int LENGTH_OF_MODULES = LENGTH_OF_VERSION + 1 + "go1.23".length();

    @Test
    void theVersionAndWhatTheBuildWasGiven() {
        String modules = "path\tcommand-line-arguments\ndep\tgolang.org/x/net\tv0.1.0\n"
                + "build\t-compiler=gc\nbuild\tCGO_ENABLED=0\nbuild\tGOOS=linux\n";

        assertThat(read("go1.23.12", modules))
                .contains(new GoBuild("go1.23.12", Map.of("-compiler", "gc", "CGO_ENABLED", "0", "GOOS", "linux")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"-s -w\" | -s -w",
                "\"-X 'main.a=\\\"b\\\"'\" | -X 'main.a=\"b\"'",
                "a=b | a=b",
                "été | été",
                "\" | \""
            })
    void aValueIsToldWithoutTheQuotesThatGoPutsAroundIt(String written, String value) {
        assertThat(settings("build\t-ldflags=" + written + "\n")).isEqualTo(Map.of("-ldflags", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build\tGOOS\n",
                "build\t=linux\n",
                "build GOOS=linux\n",
                "rebuild\tGOOS=linux\n",
                "build\t\"A B\"=c\n",
                "build\tA=\u001b[31m\n"
            })
    void otherLinesAreNoSettings(String line) {
        assertThat(settings(line + "build\tGOARCH=amd64\n")).isEqualTo(Map.of("GOARCH", "amd64"));
    }

    @Test
    void settingsAreBoundedInNumberAndLength() {
        String many =
                IntStream.range(0, 1000).mapToObj(i -> "build\tA" + i + "=b\n").collect(Collectors.joining());

        assertThat(settings(many)).hasSize(100);
        assertThat(settings("build\tA=" + "b".repeat(1000) + "\n")).containsKey("A");
        assertThat(settings("build\tA=" + "b".repeat(1001) + "\nbuild\tB=c\n")).containsOnlyKeys("B");
    }

    @Test
    void modulesOfAnEndlessLengthAreNotRead() {
        assertThat(settings("build\tGOOS=linux\n" + "dep\tx\n".repeat(200_000))).isEmpty();
    }

    @Test
    void aVersionMayNameTheExperimentsOfItsCompiler() {
        assertThat(read("devel go1.24-abc X:rangefunc", "").orElseThrow().version())
                .isEqualTo("devel go1.24-abc X:rangefunc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " go1.23", "go1.23\n", "go\u001b[31m"})
    void whatIsNoVersionIsNotTold(String version) {
        assertThat(read(version, "build\tGOOS=linux\n")).isEmpty();
    }

    @Test
    void aVersionOfAnEndlessLengthIsNotTold() {
        assertThat(read("g".repeat(100), "")).isPresent();
        assertThat(read("g".repeat(101), "")).isEmpty();
    }

    @Test
    void withoutTheirSentinelsModulesAreNotRead() {
        byte[] unframed = new GoSection("go1.23", "build\tGOOS=linux\n" + "dep\tx\n".repeat(20)).unframed();

        assertThat(GoBuildReader.read(unframed)).contains(new GoBuild("go1.23", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {MAGIC, FLAGS})
    void whatBeginsOtherwiseIsNotRead(int place) {
        assertThat(GoBuildReader.read(with(place, 0))).isEmpty();
    }

    @Test
    void aVersionBeyondTheEndIsNotRead() {
        assertThat(GoBuildReader.read(with(LENGTH_OF_VERSION, 0x7f))).isEmpty();
    }

    @Test
    void modulesBeyondTheEndAreNotRead() {
        assertThat(GoBuildReader.read(with(LENGTH_OF_MODULES, 0x7f))).contains(new GoBuild("go1.23", Map.of()));
    }

    @Test
    void aLengthThatIsCutOrNeverEndsIsNone() {
        byte[] start = Arrays.copyOf(section(), LENGTH_OF_VERSION);
        String text = new String(start, StandardCharsets.ISO_8859_1);

        assertThat(GoBuildReader.read(start)).isEmpty();
        assertThat(GoBuildReader.read((text + "\u0086").getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(GoBuildReader.read((text + "\u0086".repeat(30)).getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void whatIsCutAnywhereTellsNoSetting() {
        byte[] whole = section();

        for (int length = 0; length < whole.length; length++) {
            assertThat(GoBuildReader.read(Arrays.copyOf(whole, length)).map(GoBuild::settings))
                    .as("%d bytes", length)
                    .isIn(Optional.empty(), Optional.of(Map.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80, 0xff})
    void anyByteMayBeWrong(int wrong) {
        byte[] bytes = section();

        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) wrong;
            assertThatCode(() -> GoBuildReader.read(bytes)).as("byte %d", i).doesNotThrowAnyException();
            bytes[i] ^= (byte) wrong;
        }
    }

    private static byte[] section() {
        return new GoSection("go1.23", "build\tGOOS=linux\n").bytes();
    }

    private static byte[] with(int place, int value) {
        byte[] bytes = section();
        bytes[place] = (byte) value;
        return bytes;
    }

    private static Optional<GoBuild> read(String version, String modules) {
        return GoBuildReader.read(new GoSection(version, modules).bytes());
    }

    private static Map<String, String> settings(String modules) {
        return read("go1.23", modules).orElseThrow().settings();
    }
}
