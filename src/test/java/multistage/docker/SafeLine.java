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
        String cut = Cut.within(text.stripTrailing(), LONGEST);
        return Unseen.blanked(TERMINAL_COMMANDS.matcher(cut).replaceAll(""));
    }

    /** A few names that somebody chose, separated by commas. */
    static String names(List<String> names) {
        return names.stream()
                .limit(MOST_NAMES)
                .map(name -> Cut.within(of(name), LONGEST_NAME))
                .collect(Collectors.joining(", ", "", names.size() > MOST_NAMES ? ", …" : ""));
    }
}
