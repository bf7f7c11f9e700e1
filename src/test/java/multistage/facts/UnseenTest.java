package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnseenTest {
    @Test
    void whatCanBeSeenStaysAsItIs() {
        String text = "Éloïse’s  démo – 100 % 🐳 \"a\\b\"";

        assertThat(Unseen.blanked(text)).isEqualTo(text);
        assertThat(Unseen.escaped(text)).isEqualTo(text);
    }

    @Test
    void aRunOfWhatCannotLeavesOneSpace() {
        assertThat(Unseen.blanked("a\r\nb\033[2Jc\u2028\u202ed")).isEqualTo("a b [2Jc d");
    }

    @Test
    void eachOfThemIsWrittenAsJavaDoes() {
        assertThat(Unseen.escaped("a\r\n\tb\0\033[2J\u0085")).isEqualTo("a\\r\\n\\tb\\u0000\\u001b[2J\\u0085");
        assertThat(Unseen.escaped("\u202egnp.exe\u200b\u2028\u2029\ufeff\ue000\ud83d"))
                .isEqualTo("\\u202egnp.exe\\u200b\\u2028\\u2029\\ufeff\\ue000\\ud83d");
    }
}
