package multistage.words;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import multistage.facts.Message;

/**
 * Says messages in a language. Their forms are English; messages_fr.json has the French of each. It is JSON since its keys are
 * whole sentences, in which properties would have each space and colon escaped. A form without French is said in English.
 */
public final class Messages {
    private final Map<String, String> forms;
    private final Amounts amounts;

    private Messages(Map<String, String> forms, Amounts amounts) {
        this.forms = forms;
        this.amounts = amounts;
    }

    /** What says messages in that language. */
    public static Messages in(Language language) {
        return new Messages(forms(language), new Amounts(language));
    }

    /** The whole message. */
    public String say(Message message) {
        return message.in(form -> forms.getOrDefault(form, form), amounts::digits);
    }

    /** What there is room for of its first line. */
    public String sayFirstLine(Message message) {
        return FirstLine.of(say(message));
    }

    /** The words of a language by their English forms. */
    static Map<String, String> forms(Language language) {
        return language == Language.FRENCH ? French.FORMS : Map.of();
    }

    /** Read once, where French is first spoken: a class's run says messages to each student anew. */
    private static final class French {
        static final Map<String, String> FORMS = read(Language.FRENCH);

        private static Map<String, String> read(Language language) {
            try (InputStream file = Messages.class.getResourceAsStream("/messages_" + language.code() + ".json")) {
                return Collections.unmodifiableMap(
                        new ObjectMapper().readValue(file, new TypeReference<Map<String, String>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
