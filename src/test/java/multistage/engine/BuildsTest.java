package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BuildsTest {
    private final AtomicInteger cut = new AtomicInteger();
    private final Builds builds =
            new Builds((image, answer) -> new ByteArrayInputStream(image.getBytes(StandardCharsets.UTF_8)));

    @Test
    void whatIsReadIsTheTranslation() throws IOException {
        assertThat(builds.apply("some/image:tag", answer()).readAllBytes())
                .asString()
                .isEqualTo("some/image:tag");
    }

    @Test
    void aBuildUnderWayIsEndedByHangingUp() {
        builds.apply("one", answer());
        builds.apply("two", answer());

        assertThat(builds.end()).isTrue();
        assertThat(cut).hasValue(2);
    }

    @Test
    void aBuildThatIsPartlyReadIsUnderWay() throws IOException {
        builds.apply("one", answer()).readNBytes(1);

        assertThat(builds.end()).isTrue();
    }

    @Test
    void aBuildThatIsDoneNeedsNoEnding() throws IOException {
        builds.apply("one", answer()).readAllBytes();

        assertThat(builds.end()).isFalse();
        assertThat(cut).hasValue(0);
    }

    @Test
    void aBuildThatBeginsWhenAllAreEndedIsEndedToo() {
        builds.end();
        builds.apply("late", answer());

        assertThat(cut).hasValue(1);
    }

    private InputStream answer() {
        return new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public void close() {
                cut.incrementAndGet();
            }
        };
    }
}
