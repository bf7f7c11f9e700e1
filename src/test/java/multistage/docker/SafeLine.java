package multistage.docker;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import multistage.facts.Cut;
import multistage.facts.Unseen;

/** Text from a build, an engine or a folder as one bounded line that is safe to show. */
final class SafeLine {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMES = 10;
    private static final Pattern TERMINAL_COMMANDS = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]?");

    private SafeLine() {}

    static String of(String text) {
        return Unseen.blanked(
                TERMINAL_COMMANDS.matcher(Cut.within(text.strip(), LONGEST)).replaceAll(""));
    }

    /** A line of a program's output: its indent counts, and of what a carriage return overwrites only the last remains. */
    static String ofOutput(String line) {
        String last = line.stripTrailing();
        return Unseen.blanked(TERMINAL_COMMANDS
                .matcher(last.substring(last.lastIndexOf('\r') + 1).replace("\t", "    "))
                .replaceAll(""));
    }

    /** A few names that somebody chose, separated by commas. */
    static String names(List<String> names) {
        return names.stream()
                .limit(MOST_NAMES)
                .map(name -> Cut.within(of(name), LONGEST_NAME))
                .collect(Collectors.joining(", ", "", names.size() > MOST_NAMES ? ", …" : ""));
    }
}
