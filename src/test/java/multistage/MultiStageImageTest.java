package multistage;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.facts.Bytes.MB;
import static multistage.facts.Lesson.ANSWER;

import java.time.Duration;
import multistage.facts.Facts;
import multistage.run.Claim;
import multistage.run.Claims;
import multistage.run.Letter;
import org.junit.jupiter.api.Order;

/** What the lesson says of the multi-stage image, and what follows from it. */
@Claims
@Order(2)
class MultiStageImageTest {

    @Claim
    void builds(Facts demo) {
        assertThat(demo.multi().build()).succeeded();
    }

    @Claim
    void answers(Facts demo) {
        assertThat(demo.multi().service()).answers(200, ANSWER);
    }

    @Claim
    void goesOnServing(Facts demo) {
        assertThat(demo.multi().answeringService()).goesOnServing(Duration.ofSeconds(1));
    }

    @Claim
    void weighsAFewMegabytes(Facts demo) {
        assertThat(demo.multi().image()).hasContentUnder(10 * MB);
    }

    @Claim
    void holdsOnlyTheExecutable(Facts demo) {
        assertThat(demo.multi().image()).holdsOnlyItsExecutable();
    }

    @Letter
    void hasOneLayer(Facts demo) {
        assertThat(demo.multi().image()).hasLayers(1);
    }

    @Claim
    void keepsOnlyWhatFollowsTheLastFrom(Facts demo) {
        assertThat(demo.multi().image()).showsNoBuildStageInItsHistory().sharesNoLayerWithWhatItWasBuiltFrom();
    }

    @Claim
    void weighsWhatItsExecutableWeighs(Facts demo) {
        assertThat(demo.multi().image()).weighsItsExecutableWithin(1);
    }

    @Claim
    void isStatic(Facts demo) {
        assertThat(demo.multi().executable()).isStatic();
    }

    @Claim
    void isStripped(Facts demo) {
        assertThat(demo.multi().executable()).isStripped();
    }

    @Claim
    void holdsNoBuildPath(Facts demo) {
        assertThat(demo.multi().executable()).holdsNoBuildPath();
    }

    @Claim
    void hasNoShell(Facts demo) {
        assertThat(demo.multi().answeringService()).cannotRun("a shell");
    }

    @Claim
    void runsReadOnlyAndUnprivileged(Facts demo) {
        assertThat(demo.multi().readOnlyService()).as("read-only, unprivileged").answers(200, ANSWER);
    }
}
