package multistage.build;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One pattern of a {@code .dockerignore}, which matches as Docker has it match: by the regular expression that
 * moby/patternmatcher makes of it, with an engine of the same kind as Go's.
 */
final class IgnorePattern {
    private static final String SPECIAL = "*?[]\\";
    private static final String ESCAPED = ".+()|{}$";

    /** What Go's {@code filepath.Match} takes for a pattern. */
    private static final Pattern WELL_FORMED = wellFormed();

    private final boolean exception;
    private final String text;
    private final Pattern expression;

    private IgnorePattern(boolean exception, String text, Pattern expression) {
        this.exception = exception;
        this.text = text;
        this.expression = expression;
    }

    /**
     * The pattern of a line that is no comment and not empty.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    static IgnorePattern of(String line) {
        boolean exception = line.startsWith("!");
        String written = (exception ? line.substring(1) : line).strip();
        if (written.isEmpty() || !WELL_FORMED.matches(written)) {
            throw new IllegalArgumentException("malformed");
        }
        String text = clean(written);
        try {
            return new IgnorePattern(exception, text, Pattern.compile(expression(text)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("malformed", e);
        }
    }

    /** Whether it says of what it matches that it is not ignored after all. */
    boolean isException() {
        return exception;
    }

    /** Whether it matches that path, with {@code /} between its parts; of what lies in a folder that it matches it says nothing. */
    boolean matches(String path) {
        return expression.matches(path);
    }

    /** Whether it may match something in that folder. */
    boolean mayMatchIn(String folder) {
        String named = text.endsWith("/**") ? text.substring(0, text.length() - "/**".length()) : text;
        return !isLiteral(named) || (named + "/").startsWith(folder + "/");
    }

    private static boolean isLiteral(String text) {
        return text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    private static String expression(String text) {
        if (isLiteral(text)) {
            return Pattern.quote(text);
        }
        if (text.startsWith("**/") && isLiteral(text.substring(3))) {
            return "(.*/)?" + Pattern.quote(text.substring(3));
        }
        if (text.startsWith("**") && isLiteral(text.substring(2))) {
            return ".*" + Pattern.quote(text.substring(2));
        }
        if (text.endsWith("**") && isLiteral(text.substring(0, text.length() - 2))) {
            return Pattern.quote(text.substring(0, text.length() - 2)) + ".*";
        }
        return general(text);
    }

    /** With a special character elsewhere, Docker takes {@code ^} for the start of the path, where it matches nothing. */
    private static String general(String text) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("**", i)) {
                i += text.startsWith("**/", i) ? 2 : 1;
                expression.append(i + 1 == text.length() ? ".*" : "(.*/)?");
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if (c == '\\') {
                expression.append(c).append(text.charAt(++i));
            } else {
                expression.append(ESCAPED.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return expression.toString();
    }

    /** As Go's {@code filepath.Clean} shortens a path, and without the slash that it may begin with. */
    private static String clean(String path) {
        boolean absolute = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && absolute)) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? "." : String.join("/", parts);
    }

    private static Pattern wellFormed() {
        String escaped = "\\\\.";
        String member = "([^\\\\\\]\\-]|" + escaped + ")";
        String members = "\\[\\^?(" + member + "(-" + member + ")?)+\\]";
        return Pattern.compile("(?s)([^\\\\\\[]|" + escaped + "|" + members + ")*");
    }
}
