package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({"0, 0 s", "999, 0.999 s", "1000, 1 s", "1400, 1.4 s", "30000, 30 s"})
    void secondsAreToTheMillisecond(long millis, String text) {
        assertThat(Amount.seconds(Duration.ofMillis(millis).plusNanos(999_999)).english())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1_000, 5_062_808, 914_000_000, 1_234_567_890L, 2_000_000_000_000L, Long.MAX_VALUE})
    void sizesReadAsTheyDoEverywhere(long bytes) {
        assertThat(Amount.bytes(bytes).english()).isEqualTo(Bytes.human(bytes));
    }

    @Test
    void exactSizesAreToldInBothWaysOnlyWhereTheseDiffer() {
        assertThat(Amount.exactBytes(5_062_808).english()).isEqualTo("5.06 MB (5062808 bytes)");
        assertThat(Amount.exactBytes(999).english()).isEqualTo("999 bytes");
        assertThat(Amount.exactBytes(1).english()).isEqualTo("1 byte");
    }

    @Test
    void percentsHaveNoMoreDigitsThanTheyNeed() {
        assertThat(Amount.percent(new BigDecimal("12.50")).english()).isEqualTo("12.5 %");
        assertThat(Amount.percent(80).english()).isEqualTo("80 %");
    }

    @Test
    void oneIsToldInTheSingular() {
        assertThat(Amount.count(1, "%s layer", "%s layers").english()).isEqualTo("1 layer");
        assertThat(Amount.count(2, "%s layer", "%s layers").english()).isEqualTo("2 layers");
        assertThat(Amount.count(0, "%s layer", "%s layers").english()).isEqualTo("0 layers");
    }
}
