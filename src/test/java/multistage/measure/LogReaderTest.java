package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import multistage.docker.fixtures.FakeDocker;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private final FakeDocker docker = new FakeDocker();

    @Test
    void aShortLogIsReadWhole() {
        prints("logContainerCmd", "Started, serving at 8080\nGET /\n");

        assertThat(read()).containsExactly("Started, serving at 8080", "GET /");
        assertThat(docker.asked()).containsExactly("logContainerCmd(c1).withStdOut(true).withStdErr(true)");
    }

    @Test
    void ofAFloodThereAreTheFirstAndTheLastLines() {
        String all = "logContainerCmd(c1).withStdOut(true).withStdErr(true)";
        prints(all + ".withTail(30)", "the last words\n");
        prints(all, "and on\n".repeat(10_000));

        assertThat(read()).startsWith("and on").endsWith("[cut here; the last lines:]", "the last words");
    }

    private void prints(String command, String text) {
        docker.<Frame>tell(command, told -> {
            told.onNext(new Frame(StreamType.STDOUT, text.getBytes(StandardCharsets.UTF_8)));
            told.onComplete();
        });
    }

    private List<String> read() {
        return new LogReader(docker.client()).read("c1");
    }
}
