package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawTextTest {
    @Test
    void aNameInUtf8IsShownAsItIsRead() {
        assertThat(RawText.decoded(RawText.of("Főtanúsítvány.crt"))).isEqualTo("Főtanúsítvány.crt");
    }

    @Test
    void aNameInAsciiIsNotHeldTwice() {
        String raw = RawText.of("usr/bin/sh");

        assertThat(RawText.decoded(raw)).isSameAs(raw);
    }

    @Test
    void theBytesOfANameThatIsNoUtf8AreShownOneByOne() {
        assertThat(RawText.decoded("caf\u00e9")).isEqualTo("caf\\xe9");
    }

    @Test
    void namesThatDifferInBytesDiffer() {
        assertThat(RawText.of(new byte[] {(byte) 0xe9}, 0, 1)).isNotEqualTo(RawText.of(new byte[] {(byte) 0xea}, 0, 1));
    }

    @Test
    void aNameInAMessageIsOnOneLineAndCut() {
        assertThat(RawText.shown("a\n\u001b[2J")).isEqualTo("\"a\\n\\u001b[2J\"");
        assertThat(RawText.shown("é".repeat(99))).hasSizeLessThan(110 * 4);
        assertThat(RawText.shown("x".repeat(1000))).isEqualTo('"' + "x".repeat(99) + "…\"");
    }
}
