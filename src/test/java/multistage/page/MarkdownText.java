package multistage.page;

import io.jstach.jstache.JStacheContentType;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Escapes what means something in Markdown and in the HTML within it (GFM, backslash escapes; GitHub, "Writing mathematical
 * expressions"), and keeps GitHub from making links and mentions of addresses and names.
 */
@JStacheContentType(mediaType = "text/markdown")
final class MarkdownText {
    private static final Pattern MEANINGFUL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&$]");

    /** What makes a list or a line of words that stand first. */
    private static final Pattern FIRST =
            Pattern.compile("^( ?(?:\\d{1,9}(?=[.)](?: |$))|(?=[-+](?: |$)|-[- ]*$|=+$)))");

    /** Where addresses and mentions hang together: they are looked for in the text that is left when escapes are gone. */
    private static final Pattern JOINT = Pattern.compile("@|:(?=//)|(?<=(?i:www))\\.");

    private MarkdownText() {}

    /** What JStachio escapes by. */
    public static Function<String, String> provider() {
        return MarkdownText::escape;
    }

    private static String escape(String text) {
        String escaped = MEANINGFUL.matcher(text).replaceAll("\\\\$0");
        String inLine = FIRST.matcher(escaped).replaceFirst("$1\\\\");
        return JOINT.matcher(inLine).replaceAll("$0<!-- -->");
    }
}
