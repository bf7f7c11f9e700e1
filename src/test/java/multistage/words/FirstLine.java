package multistage.words;

import multistage.facts.Cut;

/** The first line of a message that something else wrote, as much of it as a page has room for. */
public final class FirstLine {
    /** The most characters that are shown. */
    public static final int LIMIT = 600;

    /** The most characters of what stands beside other things. */
    public static final int SHORT = 120;

    private FirstLine() {}

    /** The first line that holds words; empty where there is none. */
    public static String of(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> Cut.within(line, LIMIT))
                .orElse("");
    }
}
