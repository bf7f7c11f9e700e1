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

/** What the lesson says of the naive image, and what follows from it; a {@link Letter} holds for the lesson's own demo alone. */
@Claims
@Order(1)
class NaiveImageTest {

    @Claim
    void builds(Facts demo) {
        assertThat(demo.naive().build()).succeeded();
    }

    @Claim
    void answers(Facts demo) {
        assertThat(demo.naive().service()).answers(200, ANSWER);
    }

    @Claim
    void goesOnServing(Facts demo) {
        assertThat(demo.naive().answeringService()).goesOnServing(Duration.ofSeconds(1));
    }

    @Claim
    void weighsAlmostOneGigabyte(Facts demo) {
        assertThat(demo.naive().image()).weighsBetween(700 * MB, 1300 * MB);
    }

    @Claim
    void owesItsWeightToItsBase(Facts demo) {
        assertThat(demo.naive().image()).comesFromItsBaseByAtLeast(80).hasProgramUnder(1);
    }

    @Claim
    void carriesWhatTheServiceNeverNeeds(Facts demo) {
        assertThat(demo.naive().answeringService()).canRun("a Go toolchain", "a C compiler", "git", "a shell");
    }

    @Letter
    void exposesItsPortAndRunsHelloworld(Facts demo) {
        assertThat(demo.naive().image()).exposesExactly("8080/tcp").runs("/go/bin/helloworld");
    }

    @Letter
    void hasTwoLayersMoreThanItsBase(Facts demo) {
        assertThat(demo.naive().image()).hasLayersMoreThanItsBase(2);
    }
}
