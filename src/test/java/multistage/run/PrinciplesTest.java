package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;

import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class PrinciplesTest {
    @Test
    void theyStandInTheLessonsOrder() {
        assertThat(Catalogue.read(Language.ENGLISH).claims()).containsSubsequence(Principles.keys());
    }

    @Test
    void lettersAreNone() {
        assertThat(Principles.keys())
                .contains("NaiveImageTest.builds", "ComparisonTest.hasFewerLayers")
                .doesNotContain("MultiStageImageTest.hasOneLayer");
    }
}
