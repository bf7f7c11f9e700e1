package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLinesTest {
    private final LogLines lines = new LogLines();
    private final List<String> complete = new ArrayList<>();

    @Test
    void aLineSplitAcrossPiecesIsHandedOverOnceItIsComplete() {
        add("to");
        add("day\nto");
        assertThat(complete).containsExactly("today");

        add("morrow\n");
        assertThat(complete).containsExactly("today", "tomorrow");
    }

    @Test
    void aCharacterSplitAcrossPiecesSurvives() {
        for (byte b : "é日🙂\n".getBytes(StandardCharsets.UTF_8)) {
            lines.add(ByteString.copyFrom(new byte[] {b}), complete::add);
        }

        assertThat(complete).containsExactly("é日🙂");
    }

    @Test
    void emptyLinesStay() {
        add("a\n\nb\n");

        assertThat(complete).containsExactly("a", "", "b");
    }

    @Test
    void theLastLineNeedsNoLineBreak() {
        add("Password: ");
        assertThat(complete).isEmpty();

        lines.end(complete::add);
        lines.end(complete::add);
        assertThat(complete).containsExactly("Password: ");
    }

    @Test
    void nothingToSeeIsNoLastLine() {
        add("red\n\u001b[0m");
        lines.end(complete::add);

        assertThat(complete).containsExactly("red");
    }

    @Test
    void ofWhatCarriageReturnsOverwriteOnlyTheLastRemains() {
        add("10%\r50");
        add("%\r100%\r");
        add("\nnext\r\n");

        assertThat(complete).containsExactly("100%", "next");
    }

    @Test
    void anOverlongLineIsCutAndSaysSo() {
        add("é".repeat(5_000) + "\nshort\n");

        assertThat(complete).containsExactly("é".repeat(2_000) + " … and 6000 bytes more", "short");
    }

    @Test
    void aCutDoesNotLeaveHalfACharacter() {
        add("x" + "é".repeat(3_000) + "\n");

        assertThat(complete).containsExactly("x" + "é".repeat(1_999) + " … and 2001 bytes more");
    }

    @ParameterizedTest
    @CsvSource({
        "ESC[31mred ESC[0mtext, red text",
        "ESC]0;titleBELtext, text",
        "ESC]8;;http://xESC\\link, link",
        "ESC[2JESC[Hhome, home",
        "ESC(Btext, text",
        "bellBEL andDEL, bell and",
        "ESCPdevice controlESC\\text, text"
    })
    void terminalCommandsAreTakenOut(String printed, String shown) {
        add(printed.replace("ESC", "\u001b").replace("BEL", "\u0007").replace("DEL", "\u007f") + "\n");

        assertThat(complete).containsExactly(shown);
    }

    @Test
    void aCommandWithoutAnEndTakesNoMoreThanItsLine() {
        add("a\u001b]0;never ends\nb\u001b[\nc\u009b31md\n");

        assertThat(complete).containsExactly("a", "b", "cd");
    }

    @Test
    void whatTurnsTextAroundOrBreaksLinesElsewhereIsTakenOut() {
        add("a\u202eb\u2066c\u2028d\u0085e\u0000f\tg\n");

        assertThat(complete).containsExactly("abcdef\tg");
    }

    @Test
    void bytesThatAreNoTextAreShownAsSuch() {
        lines.add(ByteString.copyFrom(new byte[] {'a', (byte) 0xff, 'b', '\n'}), complete::add);

        assertThat(complete).containsExactly("a\ufffdb");
    }

    @Test
    void aTextGivenWholeBecomesOneLine() {
        assertThat(LogLines.clean(" a\r\nb\u001b[1m\u2028c ")).isEqualTo("a b c");
        assertThat(LogLines.clean("x".repeat(5_000))).isEqualTo("x".repeat(3_999) + "…");
    }

    private void add(String piece) {
        lines.add(ByteString.copyFromUtf8(piece), complete::add);
    }
}
