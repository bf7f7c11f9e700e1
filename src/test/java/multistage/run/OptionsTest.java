package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Pattern README_ROW = Pattern.compile("(?m)^\\| `-D([a-z.]+)=");

    @Test
    void whereNothingIsSaidTheLimitsAreWideAndNothingIsKept() {
        assertThat(options(Map.of()))
                .isEqualTo(new Options(
                        Optional.empty(),
                        Optional.empty(),
                        Language.of(null),
                        new Limits(Duration.ofMinutes(10), Duration.ofSeconds(10)),
                        false,
                        3,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void eachIsTakenAsItIsSaid() {
        assertThat(options(Map.of(
                        "demo",
                        "class",
                        "shard",
                        "2/10",
                        "lang",
                        "fr",
                        "baseline",
                        "update",
                        "build.seconds",
                        "60",
                        "start.seconds",
                        "5",
                        "keep",
                        "true",
                        "at.once",
                        "8",
                        "class.minutes",
                        "50")))
                .isEqualTo(new Options(
                        Optional.of("class"),
                        Optional.of("2/10"),
                        Language.FRENCH,
                        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(5)),
                        true,
                        8,
                        Optional.of(Duration.ofMinutes(50)),
                        Optional.of("update")));
    }

    @Test
    void theReadmeNamesTheLimitsThatHoldWhereNothingIsSaid() {
        Limits limits = options(Map.of()).limits();

        assertThat(Path.of("README.md"))
                .content()
                .contains("`-Dbuild.seconds=%d`".formatted(limits.build().toSeconds()))
                .contains("`-Dstart.seconds=%d`".formatted(limits.start().toSeconds()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "1e3", "ten", "1234567"})
    void whatIsNoNumberIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(Map.of("build.seconds", value)))
                .withMessage("-Dbuild.seconds=" + value + " is no number that it takes, which is from 1 to 999999");
    }

    @Test
    void theyAreThoseThatTheReadmeLists() {
        Set<String> read = new TreeSet<>();
        Options.of(
                name -> {
                    read.add(name);
                    return null;
                },
                2);

        assertThat(README_ROW
                        .matcher(contentOf(new File("README.md")))
                        .results()
                        .map(row -> row.group(1)))
                .filteredOn(option -> !option.equals("test")) // Maven's own
                .containsExactlyInAnyOrderElementsOf(read);
    }

    private static Options options(Map<String, String> said) {
        return Options.of(said::get, 2);
    }
}
