package multistage;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.facts.Bytes.MB;

import multistage.facts.Facts;
import multistage.facts.Lesson;
import multistage.run.Claim;
import multistage.run.Claims;
import multistage.run.Letter;
import org.junit.jupiter.api.Order;

/** What the lesson says of the two images side by side. */
@Claims
@Order(3)
class ComparisonTest {

    @Claim
    void isTheSameProgram(Facts demo) {
        assertThat(demo.multi().answeringService())
                .servesTheSameAs(demo.naive().answeringService())
                .printsOnStart(Lesson.FIRST_WORDS);
        assertThat(demo.naive().answeringService()).printsOnStart(Lesson.FIRST_WORDS);
    }

    @Claim
    void isMuchSmaller(Facts demo) {
        assertThat(demo.multi().image()).isSmallerThan(demo.naive().image(), 100, 500 * MB);
    }

    @Claim
    void hasFewerLayers(Facts demo) {
        assertThat(demo.multi().image()).hasFewerLayersThan(demo.naive().image());
    }

    @Letter
    void hasExecutablesOfAboutTheSameWeight(Facts demo) {
        assertThat(demo.multi().executable()).weighsAboutTheSameAs(demo.naive().executable(), 20);
    }
}
