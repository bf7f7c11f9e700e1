package multistage.facts;

import java.util.Locale;

/**
 * One instruction of a Dockerfile.
 *
 * @param line the line of the file where it begins, counted from 1
 * @param text the instruction on one line, {@code COPY --from=builder /hello /hello}; of a heredoc the first line only
 */
public record Instruction(int line, String text) {

    /** Its first word, in capitals: {@code COPY}. */
    public String keyword() {
        return text.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    }
}
