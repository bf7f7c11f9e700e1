package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    /** A limit that was over before anything began. */
    private static final Duration OVER = Duration.ofSeconds(-1);

    private static final Duration AMPLE = Duration.ofHours(1);

    private final Errands errands = new Errands();

    @Test
    void anAnswerPassesThrough() throws IOException {
        assertThat(errands.waitFor(Errand.BUILD, () -> "built")).isEqualTo("built");
    }

    @Test
    void anErrandIsToldForAsLongAsItIsWaitedFor() throws IOException {
        String meanwhile = errands.waitFor(Errand.BUILD, errands::toString);

        assertThat(meanwhile).isEqualTo("building an image");
        assertThat(errands).asString().isEmpty();
    }

    @Test
    void severalAreToldInOneOrder() throws IOException {
        String meanwhile = errands.waitFor(Errand.START, () -> errands.waitFor(Errand.BUILD, errands::toString));

        assertThat(meanwhile).isEqualTo("building an image, starting a container");
    }

    @Test
    void twoAlikeAreToldOnceUntilBothAreDone() throws IOException {
        String meanwhile = errands.waitFor(Errand.BUILD, () -> {
            String both = errands.waitFor(Errand.BUILD, errands::toString);
            return both + ", then " + errands;
        });

        assertThat(meanwhile).isEqualTo("building an image, then building an image");
    }

    @Test
    void aQuestionIsToldOnlyWhereThereIsNothingElse() throws IOException {
        assertThat(errands.waitFor(Errand.OTHER, errands::toString)).isEqualTo("answering a question");
        assertThat(errands.waitFor(Errand.OTHER, () -> errands.waitFor(Errand.PULL, errands::toString)))
                .isEqualTo("pulling an image");
    }

    @Test
    void anErrandThatWasCutIsStillTold() {
        IOException cut = new IOException("connection reset");

        assertThatThrownBy(() -> errands.waitFor(Errand.READ_IMAGE, () -> {
                    throw cut;
                }))
                .isSameAs(cut);
        assertThat(errands).hasToString("reading an image");
    }

    @Test
    void soIsOneThatFailedInAnotherWay() {
        RuntimeException failure = new IllegalStateException("no connection");

        assertThatThrownBy(() -> errands.waitFor(Errand.CREATE, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(errands).hasToString("making a container");
    }

    @Test
    void anErrandThatWasCutIsNotWaitedForAnyMore() {
        assertThatThrownBy(() -> errands.waitFor(Errand.CREATE, () -> {
                    throw new IOException("connection reset");
                }))
                .isInstanceOf(IOException.class);
        assertThat(errands.overdue(OVER)).isEmpty();
    }

    @Test
    void anErrandBeyondItsLimitIsOverdue() throws IOException {
        assertThat(errands.waitFor(Errand.CREATE, () -> errands.overdue(OVER))).contains(Errand.CREATE);
    }

    @Test
    void anErrandWithinItsLimitIsNotOverdue() throws IOException {
        assertThat(errands.waitFor(Errand.CREATE, () -> errands.overdue(AMPLE))).isEmpty();
    }

    @Test
    void anErrandWithoutALimitIsNeverOverdue() throws IOException {
        assertThat(errands.waitFor(Errand.BUILD, () -> errands.overdue(OVER))).isEmpty();
    }

    @Test
    void anErrandWithoutALimitHidesNoneThatIsOverdue() throws IOException {
        assertThat(errands.waitFor(Errand.BUILD, () -> errands.waitFor(Errand.REMOVE, () -> errands.overdue(OVER))))
                .contains(Errand.REMOVE);
    }

    @Test
    void anErrandThatIsDoneIsNotOverdue() throws IOException {
        errands.waitFor(Errand.CREATE, () -> "made");

        assertThat(errands.overdue(OVER)).isEmpty();
    }
}
