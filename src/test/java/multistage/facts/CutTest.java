package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTest {
    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Cut.at("lorem", 5)).isEqualTo("lorem");
        assertThat(Cut.within("lorem", 5)).isEqualTo("lorem");
        assertThat(Cut.within("🐳", 2)).isEqualTo("🐳");
    }

    @Test
    void ofWhatDoesNotTheBeginningStays() {
        assertThat(Cut.at("lorem", 4)).isEqualTo("lore");
        assertThat(Cut.at("lorem", 0)).isEmpty();
    }

    @Test
    void anEllipsisTakesItsRoom() {
        assertThat(Cut.within("lorem", 4)).isEqualTo("lor…");
        assertThat(Cut.within("lorem", 1)).isEqualTo("…");
    }

    @Test
    void noCharacterIsHalved() {
        assertThat(Cut.at("a🐳b", 2)).isEqualTo("a");
        assertThat(Cut.at("a🐳b", 3)).isEqualTo("a🐳");
        assertThat(Cut.within("a🐳b", 3)).isEqualTo("a…");
    }
}
