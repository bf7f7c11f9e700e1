package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BoundedOutputTest {
    private final BoundedOutput output = new BoundedOutput(10);
    private final AtomicBoolean hungUp = new AtomicBoolean();

    @Test
    void linesAreWholeInSpiteOfThePiecesTheyComeIn() {
        print("on", "e\ntw", "o\n");

        assertThat(output.lines()).containsExactly("one", "two");
        assertThat(output.isFull()).isFalse();
    }

    @Test
    void beyondTheLimitNobodyListens() {
        print("0123456", "7890", "more");

        assertThat(output.lines()).containsExactly("0123456789");
        assertThat(output.isFull()).isTrue();
        assertThat(hungUp).isTrue();
    }

    @Test
    void asMuchAsTheLimitAllowsIsNotTooMuch() {
        print("0123456789");

        assertThat(output.isFull()).isFalse();
        assertThat(hungUp).isFalse();
    }

    @Test
    void theFirstLineIsTheFirstThatSaysSomething() {
        print("\n \nsh\nx");

        assertThat(output.firstLine()).isEqualTo("sh");
    }

    @Test
    void nothingPrintedIsAnEmptyFirstLine() {
        assertThat(output.firstLine()).isEmpty();
    }

    @Test
    void itsEndIsWaitedForNoLongerThanAsked() {
        assertThat(output.endsWithin(Duration.ofMillis(1))).isFalse();

        output.onComplete();
        assertThat(output.endsWithin(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whoIsInterruptedMeanwhileStaysSo() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> output.endsWithin(Duration.ofSeconds(10)))
                .hasMessage("interrupted while a container was listened to");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void print(String... pieces) {
        output.onStart((Closeable) () -> hungUp.set(true));
        for (String piece : pieces) {
            output.onNext(new Frame(StreamType.STDOUT, piece.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
