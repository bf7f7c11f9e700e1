package multistage.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Text.value("Éloïse’s démo – 100 % 🐳 \"a\\b\"")).isEqualTo("Éloïse’s démo – 100 % 🐳 \"a\\b\"");
    }

    @Test
    void whatCannotBeSeenIsShown() {
        assertThat(Text.value("a\r\n\tb\0\033[2J\u0085")).isEqualTo("a\\r\\n\\tb\\u0000\\u001b[2J\\u0085");
        assertThat(Text.value("\u202egnp.exe\u200b\u2028\u2029\ufeff\ue000\ud83d"))
                .isEqualTo("\\u202egnp.exe\\u200b\\u2028\\u2029\\ufeff\\ue000\\ud83d");
    }

    @Test
    void quotesTellANewlineFromItsEscape() {
        assertThat(Text.quoted("a\n")).isEqualTo("\"a\\n\"");
        assertThat(Text.quoted("a\\n\"")).isEqualTo("\"a\\\\n\\\"\"");
    }

    @Test
    void twoHundredCharactersAreNotCut() {
        assertThat(Text.value("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(Text.quoted("x".repeat(200))).isEqualTo("\"" + "x".repeat(200) + "\"");
        assertThat(Text.value("x".repeat(199) + "\ud83d")).isEqualTo("x".repeat(199) + "\\ud83d");
    }

    @Test
    void longerTextIsCutAndSaysSo() {
        assertThat(Text.value("x".repeat(201))).isEqualTo("x".repeat(200) + "… (1 more character)");
        assertThat(Text.quoted("x".repeat(202))).isEqualTo("\"" + "x".repeat(200) + "\"… (2 more characters)");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Text.value("x".repeat(199) + "🐳")).isEqualTo("x".repeat(199) + "… (2 more characters)");
    }

    @Test
    void aDifferenceIsAlwaysShown() {
        assertThat(Text.quoted("x".repeat(199) + "a", "x".repeat(199) + "b")).isEqualTo("\"" + "x".repeat(199) + "a\"");
        assertThat(Text.quoted("x".repeat(200) + "a", "x".repeat(200) + "b"))
                .isEqualTo("(after 180 characters) \"" + "x".repeat(20) + "a\"");
        assertThat(Text.quoted("same", "same")).isEqualTo("\"same\"");
    }

    @Test
    void theWholeKeepsItsLinesAndNothingElseThatMoves() {
        assertThat(Text.whole("a\r\n\tb\rc\033\n")).isEqualTo("a\n    b\nc\\u001b");
    }

    @Test
    void enumerationsReadAsASentence() {
        assertThat(Text.enumeration(List.of())).isEqualTo("nothing");
        assertThat(Text.enumeration(List.of("a"))).isEqualTo("a");
        assertThat(Text.enumeration(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Text.enumeration(List.of("a", "b", "\n"))).isEqualTo("a, b and \\n");
        assertThat(Text.enumeration(numbers(10))).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9 and 10");
        assertThat(Text.enumeration(numbers(12))).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
    }

    @Test
    void commandsShowEveryWordInQuotes() {
        assertThat(Text.command(List.of("/hello", "a b"))).isEqualTo("[\"/hello\", \"a b\"]");
        assertThat(Text.command(Collections.nCopies(10, "a"))).endsWith("\"a\", \"a\"]");
        assertThat(Text.command(Collections.nCopies(11, "a"))).endsWith("\"a\", \"a\", …]");
    }

    @Test
    void listsStopAtTenItems() {
        assertThat(Text.list(List.of())).isEmpty();
        assertThat(Text.list(List.of("a", "b"))).isEqualTo("\n  | a\n  | b");
        assertThat(Text.list(numbers(10))).endsWith("\n  | 9\n  | 10");
        assertThat(Text.list(numbers(12))).endsWith("\n  | 9\n  | 10\n  | and 2 more");
    }

    @Test
    void logsShowTheirLastThirtyLines() {
        assertThat(Text.log(List.of())).isEqualTo("\nIt printed nothing.");
        assertThat(Text.log(List.of("\ta\033"))).isEqualTo("\nIt printed:\n  |     a\\u001b");
        assertThat(Text.log(numbers(30))).startsWith("\nIt printed:\n  | 1\n").endsWith("\n  | 30");
        assertThat(Text.log(numbers(31)))
                .startsWith("\nIt printed, after 1 line left out here:\n  | 2\n")
                .endsWith("\n  | 31");
    }

    @Test
    void theSameLineAgainAndAgainIsShownOnce() {
        assertThat(Text.log(List.of("waiting", "waiting", "up", "waiting", "waiting", "waiting")))
                .isEqualTo("\nIt printed:\n  | waiting\n  | (and the same again, 1 time)\n  | up\n  | waiting\n"
                        + "  | (and the same again, 2 times)");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "999, 0.999 s", "1000, 1 s", "1400, 1.4 s", "30000, 30 s"})
    void secondsAreToTheMillisecond(long millis, String text) {
        assertThat(Text.seconds(Duration.ofMillis(millis).plusNanos(999_999))).isEqualTo(text);
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }
}
