package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerLinesTest {

    @Test
    void linesAreReadOneByOne() throws IOException {
        assertThat(lines("a\n\nb\r\nc")).containsExactly("a", "", "b\r", "c");
        assertThat(lines("")).isEmpty();
        assertThat(lines("a\n")).containsExactly("a");
    }

    @Test
    void aLineMayComeInPieces() throws IOException {
        AnswerLines lines = new AnswerLines(new SequenceInputStream(stream("one l"), stream("ine\nnext")));

        assertThat(text(lines.next())).isEqualTo("one line");
        assertThat(text(lines.next())).isEqualTo("next");
    }

    @Test
    void aLineThatIsThereIsNotKeptWaitingForTheNext() throws IOException {
        AnswerLines lines = new AnswerLines(new SequenceInputStream(stream("one\ntwo\n"), neverAsked()));

        assertThat(text(lines.next())).isEqualTo("one");
        assertThat(text(lines.next())).isEqualTo("two");
    }

    @Test
    void ofALineThatIsTooLongNothingIsKept() throws IOException {
        AnswerLines lines = new AnswerLines(new SequenceInputStream(
                new SequenceInputStream(zeros(AnswerLines.LONGEST), stream("\n")),
                new SequenceInputStream(zeros(AnswerLines.LONGEST + 1), stream("\nnext\n"))));

        assertThat(lines.next().orElseThrow().bytes()).hasSize(AnswerLines.LONGEST);
        AnswerLines.Line tooLong = lines.next().orElseThrow();
        assertThat(tooLong.tooLong()).isTrue();
        assertThat(tooLong.bytes()).isEmpty();
        assertThat(text(lines.next())).isEqualTo("next");
    }

    @Test
    void aLineThatIsTooLongAndTheLastIsToldAsWell() throws IOException {
        AnswerLines lines = new AnswerLines(zeros(AnswerLines.LONGEST + 1));

        assertThat(lines.next().orElseThrow().tooLong()).isTrue();
        assertThat(lines.next()).isEmpty();
    }

    private static List<String> lines(String answer) throws IOException {
        AnswerLines lines = new AnswerLines(stream(answer));
        List<String> read = new ArrayList<>();
        for (Optional<AnswerLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(text(line));
        }
        return read;
    }

    private static String text(Optional<AnswerLines.Line> line) {
        return new String(line.orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream zeros(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    private static InputStream neverAsked() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read ahead");
            }
        };
    }
}
