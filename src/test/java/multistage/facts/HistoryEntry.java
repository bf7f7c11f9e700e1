package multistage.facts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of {@code docker history}.
 *
 * @param createdBy the instruction, as the engine wrote it down
 * @param bytes what it added, as this engine's store counts
 * @param layer the digest (diff id) of the layer that it made; empty where it made none, or where engine and image do not
 *     tell which
 */
public record HistoryEntry(String createdBy, long bytes, Optional<String> layer) {
    /** BuildKit writes {@code RUN …}; the classic builder and Podman the shell alone, behind its build arguments if any. */
    private static final Pattern RAN =
            Pattern.compile("RUN |(?:\\|\\d+ .*?)?/bin/sh -c (?!#\\(nop\\))", Pattern.DOTALL);

    /** What builders put around an instruction that they do not run in a shell, and behind one. */
    private static final Pattern BUILDERS_WORDS = Pattern.compile("^/bin/sh -c #\\(nop\\) *| # buildkit$");

    /** The bytes that these entries add up to. */
    public static long bytes(List<HistoryEntry> history) {
        return history.stream().mapToLong(HistoryEntry::bytes).sum();
    }

    /** The instruction as a Dockerfile has it, whichever builder wrote it down; a RUN of another than BuildKit as it stands. */
    public String instruction() {
        return BUILDERS_WORDS.matcher(createdBy).replaceAll("").strip();
    }

    /** Whether it tells of the same step, whether or not both tell the layer. */
    public boolean isSameStepAs(HistoryEntry other) {
        return createdBy.equals(other.createdBy) && bytes == other.bytes;
    }

    /** Whether the instruction was a RUN: a command that ran while the image was built, as each builder writes it. */
    public boolean ran() {
        return RAN.matcher(createdBy).lookingAt();
    }
}
