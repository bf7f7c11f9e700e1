package multistage.facts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that move the cursor, break the line, turn the text around or cannot be seen: a text from elsewhere is shown without. */
public final class Unseen {
    private static final Pattern ONE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern SOME = Pattern.compile(ONE + "+");

    private Unseen() {}

    /** The text on one line, with a space in the place of each run of them. */
    public static String blanked(String text) {
        return SOME.matcher(text).replaceAll(" ");
    }

    /** The text on one line, with each of them as Java writes it: {@code \n}, {@code \u202e}. */
    public static String escaped(String text) {
        return ONE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(escaped(found.group().codePointAt(0))));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", character);
        };
    }
}
