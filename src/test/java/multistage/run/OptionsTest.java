package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import multistage.measure.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void whereNothingIsSaidTheLimitsAreWideAndNothingIsKept() {
        assertThat(options(Map.of()))
                .isEqualTo(new Options(
                        new Limits(Duration.ofMinutes(10), Duration.ofSeconds(10)), false, 3, Optional.empty()));
    }

    @Test
    void eachIsTakenAsItIsSaid() {
        assertThat(options(Map.of(
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
                        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(5)),
                        true,
                        8,
                        Optional.of(Duration.ofMinutes(50))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "1e3", "ten", "1234567"})
    void whatIsNoNumberIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(Map.of("build.seconds", value)))
                .withMessage("-Dbuild.seconds=" + value + " is no number that it takes, which is from 1 to 999999");
    }

    private static Options options(Map<String, String> said) {
        return Options.of(said::get, 2);
    }
}
