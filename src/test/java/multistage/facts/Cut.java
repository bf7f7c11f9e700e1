package multistage.facts;

/** As much of a text as there is room for; no character is halved, since what is left of one could not be written to a file. */
public final class Cut {
    private Cut() {}

    /** The beginning of a text, of at most that many UTF-16 units; all of it if it is no longer. */
    public static String at(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean halved = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, halved ? most - 1 : most);
    }

    /** The same with an ellipsis behind it where something is left out, which counts. */
    public static String within(String text, int most) {
        return text.length() <= most ? text : at(text, most - 1) + "…";
    }
}
