package multistage.answers;

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

/** The claims' words, in the lesson's order, as claims.properties holds them. */
public final class Catalogue {
    private static final String FOUND = ".found";

    private final Map<String, String> words;

    private Catalogue(Map<String, String> words) {
        this.words = words;
    }

    /** Reads claims.properties. */
    public static Catalogue read() {
        InOrder properties = new InOrder();
        try (Reader file = new InputStreamReader(
                Catalogue.class.getResourceAsStream("/claims.properties"), StandardCharsets.UTF_8)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Catalogue(properties.words);
    }

    /** The claims' keys, {@code Class.method}, in the lesson's order. */
    public List<String> claims() {
        return words.keySet().stream()
                .filter(key -> key.contains(".") && !key.endsWith(FOUND))
                .toList();
    }

    /** The heading of a class of claims, or the sentence of a claim. */
    public Optional<String> sentence(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /** What a run found where the claim held, with figures in braces. */
    Optional<String> found(String claim) {
        return Optional.ofNullable(words.get(claim + FOUND));
    }

    /** The class of claims that a claim stands in, which is also the key of its heading. */
    static String chapter(String claim) {
        return claim.substring(0, claim.indexOf('.'));
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
