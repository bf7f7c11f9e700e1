package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void areSeparatedByCommas() {
        assertThat(Names.shown(List.of("main.go", "été"))).isEqualTo("main.go, été");
        assertThat(Names.shown(List.of())).isEmpty();
    }

    @Test
    void ofManyTheFirstAreShown() {
        assertThat(Names.shown(Collections.nCopies(10, "a"))).isEqualTo("a, a, a, a, a, a, a, a, a, a");
        assertThat(Names.shown(Collections.nCopies(11, "a"))).isEqualTo("a, a, a, a, a, a, a, a, a, a, …");
    }

    @Test
    void ofALongOneTheBeginningIsShown() {
        assertThat(Names.shown(List.of("a".repeat(100)))).isEqualTo("a".repeat(100));
        assertThat(Names.shown(List.of("a".repeat(100_000), "b"))).isEqualTo("a".repeat(99) + "…, b");
    }

    @Test
    void areOnOneLineAndCommandNoTerminal() {
        assertThat(Names.shown(List.of("a\n::error::b", "\u001b[31mred\u001b[0m")))
                .isEqualTo("a ::error::b, red");
    }
}
