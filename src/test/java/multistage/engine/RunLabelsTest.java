package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunLabelsTest {
    private static final RunLabels LABELS = new RunLabels("1700000000-0123abcd", "here");

    @Test
    void whatARunMakesIsMarkedWithItsIdAndItsHost() {
        assertThat(LABELS.ofContainer())
                .isEqualTo(Map.of("multistage.container", "1700000000-0123abcd", "multistage.host", "here"));
        assertThat(LABELS.ofNetwork())
                .isEqualTo(Map.of("multistage.network", "1700000000-0123abcd", "multistage.host", "here"));
    }

    @Test
    void anImageIsMarkedWithItsNameToo() {
        assertThat(LABELS.ofImage("naive-1"))
                .isEqualTo(Map.of(
                        "multistage.image", "1700000000-0123abcd",
                        "multistage.host", "here",
                        "multistage.name", "naive-1"));
    }

    @Test
    void anImageThatIsToStayIsMarkedSoBesides() {
        assertThat(LABELS.ofKeptImage("naive-1"))
                .containsAllEntriesOf(LABELS.ofImage("naive-1"))
                .containsEntry("multistage.kept", "true")
                .hasSize(4);
    }
}
