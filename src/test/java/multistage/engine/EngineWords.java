package multistage.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine said, told from the exception that it became on its way through docker-java and Testcontainers. */
public final class EngineWords {
    /** docker-java's form: {@code Status 500: {"message":"…"}}. */
    private static final Pattern STATUS =
            Pattern.compile("Status \\d+: \\{\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"}\\s*", Pattern.DOTALL);

    private EngineWords() {}

    /** The innermost cause's message, without its wrapping; never empty. */
    public static String of(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        Matcher status = STATUS.matcher(message);
        return status.matches() ? unescaped(status.group(1)).strip() : message.strip();
    }

    private static String unescaped(String json) {
        return json.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
