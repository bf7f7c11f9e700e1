package multistage.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of a file in one language. Files are read by their names and never through a ResourceBundle, which falls back on
 * the machine's own language.
 */
public final class Words {
    /** How keys end that hold no words: a translation takes over what they hold. */
    private static final List<String> UNTRANSLATED = List.of(".look-at", ".points");

    private static final List<String> FILES = List.of("claims", "words", "answers", "students");

    private final String file;
    private final Map<String, String> byKey;

    /**
     * @param file the name of the file that they stand in
     * @param byKey the words, in the file's order
     */
    public Words(String file, Map<String, String> byKey) {
        this.file = file;
        this.byKey = byKey;
    }

    /**
     * {@code claims.properties} in English, {@code claims_fr.properties} in French; the order is the English file's.
     *
     * @throws IllegalStateException when a key of the English file is missing; names it
     */
    public static Words read(String name, Language language) {
        return language == Language.FRENCH ? French.BY_NAME.get(name) : English.BY_NAME.get(name);
    }

    /** Each file is read once, where its language is first spoken: whoever says something asks for it anew. */
    private static final class English {
        static final Map<String, Words> BY_NAME = all(name -> load(name + ".properties"));
    }

    private static final class French {
        static final Map<String, Words> BY_NAME =
                all(name -> load(name + "_fr.properties").inOrderOf(English.BY_NAME.get(name)));
    }

    private static Map<String, Words> all(Function<String, Words> reading) {
        return FILES.stream().collect(Collectors.toUnmodifiableMap(name -> name, reading));
    }

    private static Words load(String file) {
        InOrder properties = new InOrder();
        try (Reader reader =
                new InputStreamReader(Words.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(file, properties.words);
    }

    /** The same words in the order of the file that they translate; fails where one of its keys is missing. */
    Words inOrderOf(Words original) {
        Map<String, String> ordered = new LinkedHashMap<>();
        original.byKey.keySet().forEach(key -> ordered.put(key, isUntranslated(key) ? original.say(key) : say(key)));
        return new Words(file, ordered);
    }

    /** Whether it holds no words. */
    static boolean isUntranslated(String key) {
        return UNTRANSLATED.stream().anyMatch(key::endsWith);
    }

    /** These and others', none of which may have a key of these. */
    public Words and(Words others) {
        Map<String, String> both = new LinkedHashMap<>(byKey);
        others.byKey.forEach((key, said) -> {
            if (both.put(key, said) != null) {
                throw new IllegalStateException(file + " and " + others.file + " both have words for " + key);
            }
        });
        return new Words(file + " or " + others.file, both);
    }

    /** All keys, in the file's order. */
    public List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    /** The words under a key, if there are any. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The words under a key, with these values where {@code %s} stands. */
    public String say(String key, String... values) {
        String words = find(key).orElseThrow(() -> new IllegalStateException(file + " has no words for " + key));
        return values.length == 0 ? words : words.formatted((Object[]) values);
    }

    /** Properties forget the order in which they are read; this notes it. */
    private static final class InOrder extends Properties {
        private static final long serialVersionUID = 1;

        private final transient Map<String, String> words = new LinkedHashMap<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            words.put((String) key, (String) value);
            return super.put(key, value);
        }
    }
}
