package multistage.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r\n", "\t", "\u0000", "\u001b", "\u009b", "\u202e", "\u200b", "\ufeff", "\u2028", "\u2029",
                "\ud800"
            })
    void nothingMovesTheCursorBreaksTheLineTurnsTheTextAroundOrHides(String unseen) {
        assertThat(Span.plain("a" + unseen + "b").words()).isEqualTo("a b");
        assertThat(Span.code("a" + unseen + "b").words()).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u00a0b", "5\u202f062", "é ✔ …", "\ud83d\ude00"})
    void whatIsSeenStays(String words) {
        assertThat(Span.plain(words).words()).isEqualTo(words);
    }

    @Test
    void severalSpacesAreOneBesideWhatIsReadLetterByLetter() {
        assertThat(Span.plain("    a \n b").words()).isEqualTo(" a b");
        assertThat(Span.code("a    b").words()).isEqualTo("a    b");
    }

    /** Where the words begin or end with a backtick, or with a space at both ends, Markdown takes a space away at both ends. */
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a,`a`",
                "a b,`a b`",
                "a`b,`` a`b ``",
                "`,`` ` ``",
                "``a`,``` ``a` ```",
                " a ,`  a  `",
                " a,` a`",
                "'',`  `",
                "' ',`   `"
            })
    void codeIsFencedByMoreBackticksThanItHasInARow(String words, String fenced) {
        assertThat(Span.code(words).fenced()).isEqualTo(fenced);
    }

    @Test
    void inATableABarDoesNotEndTheCell() {
        assertThat(Span.code("a | b||c \\| d").fencedInTable()).isEqualTo("`a \\| b\\|\\|c \\\\| d`");
        assertThat(Span.code("a | b").fenced()).isEqualTo("`a | b`");
    }
}
