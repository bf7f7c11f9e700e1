package multistage.words;

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
                .map(line -> cut(line, LIMIT))
                .orElse("");
    }

    /** The text, or as much of it as fits with an ellipsis behind it; no character is halved. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(limit - 2));
        return text.substring(0, halved ? limit - 2 : limit - 1) + "…";
    }
}
