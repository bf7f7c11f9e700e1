package multistage.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables a space that does not break is written as _, a narrow one as '. */
class AmountsTest {
    private final Amounts english = new Amounts(Language.ENGLISH);
    private final Amounts french = new Amounts(Language.FRENCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0 | 0 B | 0_o",
                "999 | 999 B | 999_o",
                "1000 | 1.00 kB | 1,00_ko",
                "5062808 | 5.06 MB | 5,06_Mo",
                "999499999 | 999 MB | 999_Mo",
                "999500000 | 1.00 GB | 1,00_Go",
                "-908000000 | -908 MB | -908_Mo"
            })
    void sizesHaveThreeDigitsAndAUnit(long bytes, String inEnglish, String inFrench) {
        assertThat(english.bytes(bytes)).isEqualTo(inEnglish);
        assertThat(french.bytes(bytes)).isEqualTo(set(inFrench));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0 | 0 bytes | 0_octet",
                "1 | 1 byte | 1_octet",
                "2 | 2 bytes | 2_octets",
                "999 | 999 bytes | 999_octets",
                "1000 | 1,000 bytes | 1'000_octets",
                "5062808 | 5,062,808 bytes | 5'062'808_octets"
            })
    void exactSizesAreToTheByte(long bytes, String inEnglish, String inFrench) {
        assertThat(english.exactBytes(bytes)).isEqualTo(inEnglish);
        assertThat(french.exactBytes(bytes)).isEqualTo(set(inFrench));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "999 | 999 bytes | 999_octets",
                "1000 | 1.00 kB (1000 bytes) | 1,00_ko (1'000_octets)",
                "5062808 | 5.06 MB (5062808 bytes) | 5,06_Mo (5'062'808_octets)"
            })
    void aSizeInFullIsForPeopleAndToTheByte(long bytes, String inEnglish, String inFrench) {
        assertThat(english.bytesInFull(bytes)).isEqualTo(inEnglish);
        assertThat(french.bytesInFull(bytes)).isEqualTo(set(inFrench));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"835 | 913 | 91 % | 91_%", "5062808 | 913000000 | 0.55 % | 0,55_%", "0 | 0 | 0.00 % | 0,00_%"})
    void sharesAreInPercent(long part, long whole, String inEnglish, String inFrench) {
        assertThat(english.share(part, whole)).isEqualTo(inEnglish);
        assertThat(french.share(part, whole)).isEqualTo(set(inFrench));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"0 | 0 | 0", "999 | 999 | 999", "1000 | 1,000 | 1'000", "1234567 | 1,234,567 | 1'234'567"})
    void countsComeInGroupsOfThreeDigits(long count, String inEnglish, String inFrench) {
        assertThat(english.count(count)).isEqualTo(inEnglish);
        assertThat(french.count(count)).isEqualTo(set(inFrench));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"0 | 0.0 s | 0,0_s", "49 | 0.0 s | 0,0_s", "50 | 0.1 s | 0,1_s", "16000 | 16.0 s | 16,0_s"})
    void timesAreInTenthsOfASecond(long milliseconds, String inEnglish, String inFrench) {
        assertThat(english.seconds(Duration.ofMillis(milliseconds))).isEqualTo(inEnglish);
        assertThat(french.seconds(Duration.ofMillis(milliseconds))).isEqualTo(set(inFrench));
    }

    @Test
    void aNumberHasOneDecimal() {
        assertThat(english.decimal(2.25)).isEqualTo("2.3");
        assertThat(french.decimal(180)).isEqualTo("180,0");
    }

    @Test
    void aDateIsToTheMinuteInUtc() {
        Instant instant = Instant.parse("2026-08-01T07:05:59Z");

        assertThat(english.date(instant)).isEqualTo("1 August 2026, 07:05 UTC");
        assertThat(french.date(instant)).isEqualTo("1er août 2026 à 07:05 UTC");
    }

    @Test
    void onlyTheFirstOfAMonthIsAnOrdinalInFrench() {
        assertThat(french.date(Instant.parse("2026-08-11T07:05:59Z"))).isEqualTo("11 août 2026 à 07:05 UTC");
    }

    @Test
    @DefaultLocale("de-DE")
    void theMachinesLanguageDoesNotMatter() {
        aDateIsToTheMinuteInUtc();
        aNumberHasOneDecimal();
        assertThat(english.count(1000)).isEqualTo("1,000");
        assertThat(english.bytes(5_062_808)).isEqualTo("5.06 MB");
        assertThat(french.bytes(5_062_808)).isEqualTo(set("5,06_Mo"));
    }

    private static String set(String text) {
        return text.replace('_', '\u00a0').replace('\'', '\u202f');
    }
}
