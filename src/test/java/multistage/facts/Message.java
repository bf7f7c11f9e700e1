package multistage.facts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What there is to tell of something that went wrong, so that each language can tell it: a form, which is a sentence in English
 * with places, {@code %s should weigh %s}, and what stands in these. {@code %2$s} is a form's second place, wherever a language
 * puts it; there is no other use of the percent sign.
 *
 * @param form the English words, by which a translation is found
 * @param parts what stands in the form's places, in the order of the English
 */
public record Message(String form, List<Part> parts) implements Part {
    private static final Pattern PLACE = Pattern.compile("%(?:(\\d)\\$)?s");

    /** Where there is nothing to tell. */
    public static final Message NONE = new Message("", List.of());

    public Message {
        parts = List.copyOf(parts);
        if (places(form) != parts.size()) {
            throw new IllegalArgumentException(
                    "\"%s\" has %d places for %d parts".formatted(form, places(form), parts.size()));
        }
    }

    /** A form with these in its places: messages, texts as {@link Part.Words}, numbers as {@link Part.Figure}. */
    public static Message of(String form, Object... parts) {
        return new Message(form, Stream.of(parts).map(Message::part).toList());
    }

    /** What somebody else said, which no language changes. */
    public static Message verbatim(String text) {
        return of("%s", text);
    }

    /** Messages behind each other, with this between them. */
    public static Message joined(String between, List<Message> parts) {
        return new Message(String.join(between, Collections.nCopies(parts.size(), "%s")), List.copyOf(parts));
    }

    /** How many places a form has. */
    public static int places(String form) {
        return (int) PLACE.matcher(form).results().count();
    }

    /** The whole of it in English. */
    public String english() {
        return in(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /**
     * The whole of it in some language.
     *
     * @param forms gives that language's form for an English one
     * @param figures writes a number's digits as that language does
     */
    public String in(UnaryOperator<String> forms, UnaryOperator<String> figures) {
        List<String> told = parts.stream()
                .map(part -> part instanceof Message message
                        ? message.in(forms, figures)
                        : part instanceof Part.Figure figure
                                ? figures.apply(figure.digits())
                                : ((Part.Words) part).text())
                .toList();
        int[] next = {0};
        return PLACE.matcher(forms.apply(form)).replaceAll(place -> {
            int at = place.group(1) == null ? next[0]++ : Integer.parseInt(place.group(1)) - 1;
            return Matcher.quoteReplacement(at >= 0 && at < told.size() ? told.get(at) : "…");
        });
    }

    /** The same with each text that no language changes made into something else. */
    public Message withWords(Function<String, Part> change) {
        return new Message(
                form,
                parts.stream()
                        .map(part -> part instanceof Message message
                                ? message.withWords(change)
                                : part instanceof Part.Words words ? change.apply(words.text()) : part)
                        .toList());
    }

    private static Part part(Object part) {
        if (part instanceof Part already) {
            return already;
        }
        if (part instanceof Variant variant) {
            return variant.title();
        }
        if (part instanceof BigDecimal decimal) {
            return new Part.Figure(decimal.toPlainString());
        }
        return part instanceof Integer || part instanceof Long
                ? new Part.Figure(part.toString())
                : new Part.Words((String) part);
    }
}
