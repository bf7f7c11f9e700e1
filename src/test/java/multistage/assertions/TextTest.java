package multistage.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import multistage.facts.Message;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Text.value("Éloïse’s démo – 100 % 🐳 \"a\\b\"").english())
                .isEqualTo("Éloïse’s démo – 100 % 🐳 \"a\\b\"");
    }

    @Test
    void whatCannotBeSeenIsShown() {
        assertThat(Text.value("a\r\n\tb\033[2J\u202egnp.exe").english())
                .isEqualTo("a\\r\\n\\tb\\u001b[2J\\u202egnp.exe");
    }

    @Test
    void quotesTellANewlineFromItsEscape() {
        assertThat(Text.quoted("a\n").english()).isEqualTo("\"a\\n\"");
        assertThat(Text.quoted("a\\n\"").english()).isEqualTo("\"a\\\\n\\\"\"");
    }

    @Test
    void twoHundredCharactersAreNotCut() {
        assertThat(Text.value("x".repeat(200)).english()).isEqualTo("x".repeat(200));
        assertThat(Text.quoted("x".repeat(200)).english()).isEqualTo("\"" + "x".repeat(200) + "\"");
        assertThat(Text.value("x".repeat(199) + "\ud83d").english()).isEqualTo("x".repeat(199) + "\\ud83d");
    }

    @Test
    void longerTextIsCutAndSaysSo() {
        assertThat(Text.value("x".repeat(201)).english()).isEqualTo("x".repeat(200) + "… (1 more character)");
        assertThat(Text.quoted("x".repeat(202)).english())
                .isEqualTo("\"" + "x".repeat(200) + "\"… (2 more characters)");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Text.value("x".repeat(199) + "🐳").english()).isEqualTo("x".repeat(199) + "… (2 more characters)");
    }

    @Test
    void aDifferenceIsAlwaysShown() {
        assertThat(Text.quoted("x".repeat(199) + "a", "x".repeat(199) + "b").english())
                .isEqualTo("\"" + "x".repeat(199) + "a\"");
        assertThat(Text.quoted("x".repeat(200) + "a", "x".repeat(200) + "b").english())
                .isEqualTo("(after 180 characters) \"" + "x".repeat(20) + "a\"");
        assertThat(Text.quoted("same", "same").english()).isEqualTo("\"same\"");
    }

    @Test
    void theWholeKeepsItsLinesAndNothingElseThatMoves() {
        assertThat(Text.whole("a\r\n\tb\rc\033\n")).isEqualTo("a\n    b\nc\\u001b");
    }

    @Test
    void enumerationsReadAsASentence() {
        assertThat(Text.enumeration(List.of()).english()).isEqualTo("nothing");
        assertThat(Text.enumeration(List.of("a")).english()).isEqualTo("a");
        assertThat(Text.enumeration(List.of("a", "b")).english()).isEqualTo("a and b");
        assertThat(Text.enumeration(List.of("a", "b", "\n")).english()).isEqualTo("a, b and \\n");
        assertThat(Text.enumeration(numbers(10)).english()).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9 and 10");
        assertThat(Text.enumeration(numbers(12)).english()).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
    }

    @Test
    void commandsShowEveryWordInQuotes() {
        assertThat(Text.command(List.of("/hello", "a b")).english()).isEqualTo("[\"/hello\", \"a b\"]");
        assertThat(Text.command(Collections.nCopies(10, "a")).english()).endsWith("\"a\", \"a\"]");
        assertThat(Text.command(Collections.nCopies(11, "a")).english()).endsWith("\"a\", \"a\", …]");
    }

    @Test
    void listsStopAtTenItems() {
        assertThat(Text.list(List.of()).english()).isEmpty();
        assertThat(Text.list(messages(List.of("a", "b"))).english()).isEqualTo("\n  | a\n  | b");
        assertThat(Text.list(messages(numbers(10))).english()).endsWith("\n  | 9\n  | 10");
        assertThat(Text.list(messages(numbers(12))).english()).endsWith("\n  | 9\n  | 10\n  | and 2 more");
    }

    @Test
    void logsShowTheirLastThirtyLines() {
        assertThat(Text.log(List.of()).english()).isEqualTo("\nIt printed nothing.");
        assertThat(Text.log(List.of("\ta\033")).english()).isEqualTo("\nIt printed:\n  |     a\\u001b");
        assertThat(Text.log(numbers(30)).english())
                .startsWith("\nIt printed:\n  | 1\n")
                .endsWith("\n  | 30");
        assertThat(Text.log(numbers(31)).english())
                .startsWith("\nIt printed, after 1 line left out here:\n  | 2\n")
                .endsWith("\n  | 31");
    }

    @Test
    void theSameLineAgainAndAgainIsShownOnce() {
        assertThat(Text.log(List.of("waiting", "waiting", "up", "waiting", "waiting", "waiting"))
                        .english())
                .isEqualTo("\nIt printed:\n  | waiting\n  | (and the same again, 1 time)\n  | up\n  | waiting\n"
                        + "  | (and the same again, 2 times)");
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private static List<Message> messages(List<String> texts) {
        return texts.stream().map(Message::verbatim).toList();
    }
}
