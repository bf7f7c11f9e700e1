package multistage.assertions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import multistage.facts.Amount;
import multistage.facts.Cut;
import multistage.facts.Message;
import multistage.facts.Part;
import multistage.facts.Unseen;

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

    private Text() {}

    /** One value on one line. */
    static Message value(String text) {
        return rested(Unseen.escaped(cut(text)), text);
    }

    /** One value to the character: in quotes, with quotes and backslashes inside of it escaped. */
    static Message quoted(String text) {
        return rested('"' + Unseen.escaped(cut(text).replace("\\", "\\\\").replace("\"", "\\\"")) + '"', text);
    }

    /** The same from shortly before where it starts to differ from another text, if that lies beyond what is shown. */
    static Message quoted(String text, String other) {
        int differs = Arrays.mismatch(text.toCharArray(), other.toCharArray());
        if (differs < LENGTH) {
            return quoted(text);
        }
        int from = differs - 20;
        return Message.of(
                "(after %s) %s", Amount.count(from, "%s character", "%s characters"), quoted(text.substring(from)));
    }

    /** What somebody else put together, each of its words as one value. */
    static Message values(Message message) {
        return message.withWords(Text::value);
    }

    /** All of it, with its lines: for words that were bounded when they were put together. */
    static Message whole(Message message) {
        return message.withWords(words -> new Part.Words(whole(words)));
    }

    /** The same of one text. */
    static String whole(String text) {
        return text.lines().map(Text::untabbed).map(Unseen::escaped).collect(Collectors.joining("\n"));
    }

    /** Values in a sentence: {@code a, b and c}; {@code nothing} for none. */
    static Message enumeration(List<String> values) {
        return and(values.stream().map(Text::value).toList());
    }

    /** The same of what is told already. */
    static Message and(List<Message> values) {
        List<Message> shown = values.stream().limit(ITEMS).collect(Collectors.toList());
        if (values.size() > ITEMS) {
            shown.add(Message.of("%s more", values.size() - ITEMS));
        }
        int last = shown.size() - 1;
        return switch (shown.size()) {
            case 0 -> Message.of("nothing");
            case 1 -> shown.get(0);
            default -> Message.of("%s and %s", Message.joined(", ", shown.subList(0, last)), shown.get(last));
        };
    }

    /** A command as Dockerfiles write it: {@code ["/hello", "-v"]}. */
    static Message command(List<String> words) {
        List<Message> shown = words.stream().limit(ITEMS).map(Text::quoted).toList();
        return Message.of(words.size() > ITEMS ? "[%s, …]" : "[%s]", Message.joined(", ", shown));
    }

    /** What follows a sentence, each on a line of its own: the first of them, if there are too many. */
    static Message list(List<Message> items) {
        int left = items.size() - ITEMS;
        return left <= 0 ? lines(items) : Message.of("%s\n  | and %s more", lines(items.subList(0, ITEMS)), left);
    }

    /** What a container printed, as lines to follow a sentence: the last of them, if there are too many. */
    static Message log(List<String> lines) {
        if (lines.isEmpty()) {
            return Message.of("\nIt printed nothing.");
        }
        int left = lines.size() - LINES;
        List<String> last = lines.subList(Math.max(0, left), lines.size());
        Message shown = lines(
                eachOnce(last.stream().map(Text::untabbed).map(Text::value).toList()));
        return left <= 0
                ? Message.of("\nIt printed:%s", shown)
                : Message.of(
                        "\nIt printed, after %s left out here:%s", Amount.count(left, "%s line", "%s lines"), shown);
    }

    /** Lines of which the same follow each other stand once, with how often they come again. */
    private static List<Message> eachOnce(List<Message> lines) {
        List<Message> shown = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Message line = lines.get(at);
            int next = at + 1;
            while (next < lines.size() && lines.get(next).equals(line)) {
                next++;
            }
            shown.add(line);
            if (next - at > 1) {
                shown.add(Message.of("(and the same again, %s)", Amount.count(next - at - 1, "%s time", "%s times")));
            }
            at = next;
        }
        return shown;
    }

    private static Message lines(List<Message> lines) {
        return Message.joined(
                "", lines.stream().map(line -> Message.of("\n  | %s", line)).toList());
    }

    private static String cut(String text) {
        return Cut.at(text, LENGTH);
    }

    /** What is shown of a text, with how much more of it there is. */
    private static Message rested(String shown, String text) {
        int left = text.length() - cut(text).length();
        return left == 0
                ? Message.verbatim(shown)
                : Message.of("%s… (%s)", shown, Amount.count(left, "%s more character", "%s more characters"));
    }

    private static String untabbed(String line) {
        return line.replace("\t", "    ");
    }
}
