package multistage.build;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of an engine's answer, each the moment that it is there. Of one that is too long nothing is kept. */
final class AnswerLines implements Closeable {
    static final int LONGEST = 4 << 20;

    private final InputStream answer;
    private final byte[] read = new byte[8192];
    private int next;
    private int end;

    AnswerLines(InputStream answer) {
        this.answer = answer;
    }

    /** A line without its end, or that there was one of more than {@link #LONGEST} bytes. */
    record Line(byte[] bytes, boolean tooLong) {}

    /** The next line; none at the end of the answer. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (next < end || fill()) {
            int from = next;
            while (next < end && read[next] != '\n') {
                next++;
            }
            tooLong |= line.size() + next - from > LONGEST;
            if (tooLong) {
                line.reset();
            } else {
                line.write(read, from, next - from);
            }
            if (next < end) {
                next++;
                return Optional.of(new Line(line.toByteArray(), tooLong));
            }
        }
        return line.size() > 0 || tooLong ? Optional.of(new Line(line.toByteArray(), tooLong)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(answer.read(read), 0);
        return end > 0;
    }
}
