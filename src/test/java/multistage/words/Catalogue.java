package multistage.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The claims' words in one language, in the lesson's order, as claims.properties and its translation hold them. */
public final class Catalogue {
    private static final String FOUND = ".found";
    private static final String WHY = ".why";
    private static final String HINT = ".hint";
    private static final String LOOK_AT = ".look-at";
    private static final String POINTS = ".points";

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
                .filter(key -> key.contains(".")
                        && Stream.of(FOUND, WHY, HINT, LOOK_AT, POINTS).noneMatch(key::endsWith))
                .toList();
    }

    /** The heading of a class of claims, or the sentence of a claim. */
    public Optional<String> sentence(String key) {
        return words.find(key);
    }

    /** A claim as a sentence that stands alone: {@code The multi-stage image has one layer}. */
    public Optional<String> wholeSentence(String claim) {
        return words.find(chapter(claim)).flatMap(heading -> words.find(claim).map(rest -> heading + " " + rest));
    }

    /** The instructions that are the likeliest to mend where the claim failed, the likeliest first: {@code ENTRYPOINT, CMD}. */
    public List<String> instructions(String claim) {
        return words.find(claim + LOOK_AT)
                .map(names -> List.of(names.split(" ")))
                .orElse(List.of());
    }

    /** What a run found where the claim held, with figures in braces. */
    public Optional<String> found(String claim) {
        return words.find(claim + FOUND);
    }

    /** What the claim is worth where points are given. */
    public int points(String claim) {
        return Integer.parseInt(words.say(claim + POINTS));
    }

    /** Why the claim matters: what the lesson teaches there. */
    public Optional<String> why(String claim) {
        return words.find(claim + WHY);
    }

    /** What helps towards the mend where the claim failed. */
    public Optional<String> hint(String claim) {
        return words.find(claim + HINT);
    }

    /** The class of claims that a claim stands in, which is also the key of its heading. */
    public static String chapter(String claim) {
        return claim.substring(0, claim.indexOf('.'));
    }
}
