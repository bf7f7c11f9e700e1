package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EngineWordsTest {

    @Test
    void theMessageIsTakenOutOfWhatDockerJavaWrapsItIn() {
        Throwable failed = new DockerException("{\"message\":\"Get \\\"https://r/\\\": no such host\"}\n", 500);

        assertThat(EngineWords.of(failed)).isEqualTo("Get \"https://r/\": no such host");
    }

    @Test
    void theInnermostCauseSpeaks() {
        Throwable failed = new IllegalStateException("Container startup failed", new IOException("no space left"));

        assertThat(EngineWords.of(failed)).isEqualTo("no space left");
    }

    @Test
    void otherWordsStayAsTheyAre() {
        assertThat(EngineWords.of(new IOException(" {\"message\":1} "))).isEqualTo("{\"message\":1}");
    }

    @Test
    void withoutAMessageItIsTheKindOfFailure() {
        assertThat(EngineWords.of(new IOException())).isEqualTo("IOException");
    }

    @Test
    void theyAreOneLineThatMovesNoCursor() {
        assertThat(EngineWords.of(new IOException("first\n\u001b[2Jsecond"))).isEqualTo("first [2Jsecond");
    }
}
