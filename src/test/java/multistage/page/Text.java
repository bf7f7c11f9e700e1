package multistage.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of words in several styles.
 *
 * @param spans its parts, in order
 */
public record Text(List<Span> spans) {
    private static final Pattern STYLED = Pattern.compile("`([^`]*)`|\\*\\*([^*]*)\\*\\*|([^`*]+|.)", Pattern.DOTALL);

    public Text {
        spans = List.copyOf(spans);
    }

    /** Words in no style. */
    public static Text plain(String words) {
        return new Text(List.of(Span.plain(words)));
    }

    /** Words to be typed, or read letter by letter. */
    public static Text code(String words) {
        return new Text(List.of(Span.code(words)));
    }

    /** Sentences, one after the other. */
    public static Text of(List<Text> sentences) {
        List<Span> spans = new ArrayList<>();
        for (Text sentence : sentences) {
            if (!spans.isEmpty()) {
                spans.add(Span.plain(" "));
            }
            spans.addAll(sentence.spans());
        }
        return new Text(spans);
    }

    /**
     * A sentence of ours: {@code `code`}, {@code **strong**}, and figures in braces.
     *
     * @param figures fills in the figures, in each part on its own: what it fills in cannot begin or end a style
     */
    public static Text styled(String sentence, UnaryOperator<String> figures) {
        List<Span> spans = new ArrayList<>();
        Matcher part = STYLED.matcher(sentence);
        while (part.find()) {
            boolean code = part.group(1) != null;
            boolean strong = part.group(2) != null;
            String words = figures.apply(code ? part.group(1) : strong ? part.group(2) : part.group(3));
            spans.add(strong ? strong(words) : new Span(words, code, false));
        }
        return new Text(spans);
    }

    /** Markdown has no emphasis that begins or ends with a space, and none of nothing. */
    private static Span strong(String words) {
        String stripped = Span.plain(words).words().strip();
        return new Span(stripped, false, !stripped.isEmpty());
    }

    /** The words alone. */
    public String words() {
        StringBuilder words = new StringBuilder();
        spans.forEach(span -> words.append(span.words()));
        return words.toString();
    }
}
