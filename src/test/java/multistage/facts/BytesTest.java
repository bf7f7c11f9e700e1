package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 kB",
        "9994, 9.99 kB",
        "9995, 10.0 kB",
        "99949, 99.9 kB",
        "99950, 100 kB",
        "999499, 999 kB",
        "999500, 1.00 MB",
        "5062808, 5.06 MB",
        "913000000, 913 MB",
        "999499999, 999 MB",
        "999500000, 1.00 GB",
        "-5062808, -5.06 MB",
        "-999500, -1.00 MB",
        "1000000000000000, 1.00 PB",
        "9223372036854775807, 9223 PB",
        "-9223372036854775808, -9223 PB"
    })
    void peopleReadThreeDigitsAndAUnit(long bytes, String text) {
        assertThat(Bytes.human(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 bytes", "999, 999 bytes", "1000, 1.00 kB (1000 bytes)", "5062808, 5.06 MB (5062808 bytes)"})
    void exactSizesAreToTheByte(long bytes, String text) {
        assertThat(Bytes.exact(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "835, 913, 91 %",
        "5062808, 913000000, 0.55 %",
        "1, 1, 100 %",
        "0, 5, 0.00 %",
        "5, 0, 0.00 %",
        "994, 100000, 0.99 %",
        "995, 100000, 1.0 %",
        "994, 10000, 9.9 %",
        "995, 10000, 10 %",
        "3, 1, 300 %"
    })
    void sharesAreInPercent(long part, long whole, String text) {
        assertThat(Bytes.share(part, whole)).isEqualTo(text);
    }
}
