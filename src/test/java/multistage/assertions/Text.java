package multistage.assertions;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How failures show text from Dockerfiles, images and containers: bounded, and without a character that moves the
 * cursor, breaks a line, reverses the text or cannot be seen.
 */
final class Text {
    /** The most characters of one value. */
    static final int LENGTH = 200;
    /** The most lines of a log. */
    static final int LINES = 30;
    /** The most items of an enumeration. */
    static final int ITEMS = 10;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private Text() {}

    /** One value on one line. */
    static String value(String text) {
        return escape(cut(text)) + rest(text);
    }

    /** One value to the character: in quotes, with quotes and backslashes inside of it escaped. */
    static String quoted(String text) {
        return '"' + escape(cut(text).replace("\\", "\\\\").replace("\"", "\\\"")) + '"' + rest(text);
    }

    /** The same from shortly before where it starts to differ from another text, if that lies beyond what is shown. */
    static String quoted(String text, String other) {
        int differs = Arrays.mismatch(text.toCharArray(), other.toCharArray());
        if (differs < LENGTH) {
            return quoted(text);
        }
        int from = differs - 20;
        return "(after " + from + " characters) " + quoted(text.substring(from));
    }

    /** All of it, with its lines: for words that were bounded when they were put together. */
    static String whole(String text) {
        return text.lines().map(Text::untabbed).map(Text::escape).collect(Collectors.joining("\n"));
    }

    /** Values in a sentence: {@code a, b and c}; {@code nothing} for none. */
    static String enumeration(List<String> values) {
        List<String> shown = values.stream().limit(ITEMS).map(Text::value).collect(Collectors.toList());
        if (values.size() > ITEMS) {
            shown.add(values.size() - ITEMS + " more");
        }
        int last = shown.size() - 1;
        return switch (shown.size()) {
            case 0 -> "nothing";
            case 1 -> shown.get(0);
            default -> String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
        };
    }

    /** A command as Dockerfiles write it: {@code ["/hello", "-v"]}. */
    static String command(List<String> words) {
        String more = words.size() > ITEMS ? ", …" : "";
        return words.stream().limit(ITEMS).map(Text::quoted).collect(Collectors.joining(", ", "[", more + "]"));
    }

    /** What follows a sentence, each on a line of its own: the first of them, if there are too many. Escapes nothing. */
    static String list(List<String> items) {
        int left = Math.max(0, items.size() - ITEMS);
        return lines(items.subList(0, items.size() - left)) + (left == 0 ? "" : "\n  | and " + left + " more");
    }

    /** What a container printed, as lines to follow a sentence: the last of them, if there are too many. */
    static String log(List<String> lines) {
        if (lines.isEmpty()) {
            return "\nIt printed nothing.";
        }
        int left = Math.max(0, lines.size() - LINES);
        String intro = left == 0 ? "\nIt printed:" : "\nIt printed, after " + count(left, "line") + " left out here:";
        return intro
                + lines(eachOnce(lines.subList(left, lines.size()).stream()
                        .map(Text::untabbed)
                        .map(Text::value)
                        .toList()));
    }

    /** Lines of which the same follow each other stand once, with how often they come again. */
    private static List<String> eachOnce(List<String> lines) {
        List<String> shown = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            int next = at + 1;
            while (next < lines.size() && lines.get(next).equals(line)) {
                next++;
            }
            shown.add(line);
            if (next - at > 1) {
                shown.add("(and the same again, " + count(next - at - 1, "time") + ")");
            }
            at = next;
        }
        return shown;
    }

    /** {@code 1 layer}, {@code 2 layers}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1.2 s}, to the millisecond. */
    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private static String lines(List<String> lines) {
        return lines.stream().map("\n  | "::concat).collect(Collectors.joining());
    }

    private static String cut(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LENGTH - 1));
        return text.substring(0, halved ? LENGTH - 1 : LENGTH);
    }

    private static String rest(String text) {
        int left = text.length() - cut(text).length();
        return left == 0 ? "" : "… (" + count(left, "more character") + ")";
    }

    private static String untabbed(String line) {
        return line.replace("\t", "    ");
    }

    private static String escape(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(escape(found.group().codePointAt(0))));
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", character);
        };
    }
}
