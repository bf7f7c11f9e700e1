package multistage.docker;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import multistage.facts.Cut;
import multistage.facts.Unseen;

/** Text from a build, an engine or a folder as one bounded line that is safe to show. */
public final class SafeLine {
    private static final int LONGEST = 4_000;
    private static final int MOST_NAMES = 10;
    private static final Pattern TERMINAL_COMMANDS = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]?");

    /** docker-java's form of what an engine said. */
    private static final Pattern STATUS =
            Pattern.compile("Status \\d+: \\{\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"}\\s*", Pattern.DOTALL);

    private SafeLine() {}

    static String of(String text) {
        String cut = Cut.within(text.stripTrailing(), LONGEST);
        return Unseen.blanked(TERMINAL_COMMANDS.matcher(cut).replaceAll(""));
    }

    /** What an engine said, from the exception that it became: the innermost cause's message without its wrapping, never empty. */
    public static String of(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        Matcher status = STATUS.matcher(message);
        String words = status.matches() ? status.group(1).replace("\\n", " ").replaceAll("\\\\(.)", "$1") : message;
        return of(words).strip();
    }

    /** A few names that somebody chose, separated by commas. */
    static String names(List<String> names) {
        return names.stream()
                .limit(MOST_NAMES)
                .map(name -> Cut.within(of(name), 100))
                .collect(Collectors.joining(", ", "", names.size() > MOST_NAMES ? ", …" : ""));
    }
}
