package multistage.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One instruction of a Dockerfile.
 *
 * @param line the line of the file where it begins, counted from 1
 * @param text the instruction on one line, {@code COPY --from=builder /hello /hello}
 * @param heredoc a digest of what its heredocs hold, if it has any: twelve digits of their SHA-256
 */
public record Instruction(int line, String text, Optional<String> heredoc) {

    /** One without a heredoc. */
    public Instruction(int line, String text) {
        this(line, text, Optional.empty());
    }

    /** Those that make the image itself: the last FROM, and what follows it. */
    public static List<Instruction> lastStage(List<Instruction> dockerfile) {
        List<String> keywords = dockerfile.stream().map(Instruction::keyword).toList();
        return dockerfile.subList(Math.max(0, keywords.lastIndexOf("FROM")), dockerfile.size());
    }

    /** Its first word, in capitals: {@code COPY}. */
    public String keyword() {
        return text.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** All that it says, wherever it stands: its text, and the digest of what its heredocs hold. */
    public String words() {
        return text + heredoc.map(digest -> " (heredoc " + digest + ")").orElse("");
    }
}
