package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PendingOperationsTest {
    /** A limit that was over before anything began. */
    private static final Duration OVER = Duration.ofSeconds(-1);

    private static final Duration AMPLE = Duration.ofHours(1);

    private final PendingOperations pending = new PendingOperations();

    @Test
    void anAnswerPassesThrough() throws IOException {
        assertThat(pending.waitFor(Operation.BUILD, () -> "built")).isEqualTo("built");
    }

    @Test
    void anOperationIsToldForAsLongAsItIsWaitedFor() throws IOException {
        String meanwhile = pending.waitFor(Operation.BUILD, pending::toString);

        assertThat(meanwhile).isEqualTo("building an image");
        assertThat(pending).asString().isEmpty();
    }

    @Test
    void severalAreToldInOneOrder() throws IOException {
        String meanwhile = pending.waitFor(Operation.START, () -> pending.waitFor(Operation.BUILD, pending::toString));

        assertThat(meanwhile).isEqualTo("building an image, starting a container");
    }

    @Test
    void twoAlikeAreToldOnceUntilBothAreDone() throws IOException {
        String meanwhile = pending.waitFor(Operation.BUILD, () -> {
            String both = pending.waitFor(Operation.BUILD, pending::toString);
            return both + ", then " + pending;
        });

        assertThat(meanwhile).isEqualTo("building an image, then building an image");
    }

    @Test
    void aQuestionIsToldOnlyWhereThereIsNothingElse() throws IOException {
        assertThat(pending.waitFor(Operation.OTHER, pending::toString)).isEqualTo("answering a question");
        assertThat(pending.waitFor(Operation.OTHER, () -> pending.waitFor(Operation.PULL, pending::toString)))
                .isEqualTo("pulling an image");
    }

    @Test
    void anOperationThatWasCutIsStillTold() {
        IOException cut = new IOException("connection reset");

        assertThatThrownBy(() -> pending.waitFor(Operation.READ_IMAGE, () -> {
                    throw cut;
                }))
                .isSameAs(cut);
        assertThat(pending).hasToString("reading an image");
    }

    @Test
    void soIsOneThatFailedInAnotherWay() {
        RuntimeException failure = new IllegalStateException("no connection");

        assertThatThrownBy(() -> pending.waitFor(Operation.CREATE, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(pending).hasToString("making a container");
    }

    @Test
    void anOperationThatWasCutIsNotWaitedForAnyMore() {
        assertThatThrownBy(() -> pending.waitFor(Operation.CREATE, () -> {
                    throw new IOException("connection reset");
                }))
                .isInstanceOf(IOException.class);
        assertThat(pending.overdue(OVER)).isEmpty();
    }

    @Test
    void anOperationBeyondItsLimitIsOverdue() throws IOException {
        assertThat(pending.waitFor(Operation.CREATE, () -> pending.overdue(OVER)))
                .contains(Operation.CREATE);
    }

    @Test
    void anOperationWithinItsLimitIsNotOverdue() throws IOException {
        assertThat(pending.waitFor(Operation.CREATE, () -> pending.overdue(AMPLE)))
                .isEmpty();
    }

    @Test
    void anOperationWithoutALimitIsNeverOverdue() throws IOException {
        assertThat(pending.waitFor(Operation.BUILD, () -> pending.overdue(OVER)))
                .isEmpty();
    }

    @Test
    void anOperationWithoutALimitHidesNoneThatIsOverdue() throws IOException {
        assertThat(pending.waitFor(
                        Operation.BUILD, () -> pending.waitFor(Operation.REMOVE, () -> pending.overdue(OVER))))
                .contains(Operation.REMOVE);
    }

    @Test
    void anOperationThatIsDoneIsNotOverdue() throws IOException {
        pending.waitFor(Operation.CREATE, () -> "made");

        assertThat(pending.overdue(OVER)).isEmpty();
    }
}
