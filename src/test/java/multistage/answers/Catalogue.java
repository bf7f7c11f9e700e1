package multistage.answers;

import java.util.List;
import java.util.Optional;

/** The claims' words in one language, in the lesson's order, as claims.properties and its translation hold them. */
public final class Catalogue {
    private static final String FOUND = ".found";
    private static final String HINT = ".hint";

    private final Words words;

    private Catalogue(Words words) {
        this.words = words;
    }

    /** Reads claims.properties in that language. */
    public static Catalogue read(Language language) {
        return new Catalogue(Words.read("claims", language));
    }

    /** The claims' keys, {@code Class.method}, in the lesson's order, which is the same in every language. */
    public List<String> claims() {
        return words.keys().stream()
                .filter(key -> key.contains(".") && !key.endsWith(FOUND) && !key.endsWith(HINT))
                .toList();
    }

    /** The heading of a class of claims, or the sentence of a claim. */
    public Optional<String> sentence(String key) {
        return words.find(key);
    }

    /** What a run found where the claim held, with figures in braces. */
    Optional<String> found(String claim) {
        return words.find(claim + FOUND);
    }

    /** What helps towards the mend where the claim failed. */
    Optional<String> hint(String claim) {
        return words.find(claim + HINT);
    }

    /** The class of claims that a claim stands in, which is also the key of its heading. */
    static String chapter(String claim) {
        return claim.substring(0, claim.indexOf('.'));
    }
}
