package multistage.docker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Cut;
import multistage.facts.Unseen;

/** What an engine said, told from the exception that it became on its way through docker-java and Testcontainers. */
public final class EngineWords {
    /** docker-java's form: {@code Status 500: {"message":"…"}}. */
    private static final Pattern STATUS =
            Pattern.compile("Status \\d+: \\{\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"}\\s*", Pattern.DOTALL);

    private static final int MOST = 2_000;

    private EngineWords() {}

    /** The innermost cause's message, without its wrapping, on one line; never empty. */
    public static String of(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        Matcher status = STATUS.matcher(message);
        String words = status.matches()
                ? status.group(1).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\")
                : message;
        return Cut.within(Unseen.blanked(words).strip(), MOST);
    }
}
