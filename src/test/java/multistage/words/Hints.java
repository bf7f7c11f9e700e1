package multistage.words;

import java.util.List;
import java.util.stream.Stream;

/** What a claim's failure is followed by in one language, each marked as what it is. */
public final class Hints {
    private final Catalogue catalogue;
    private final Words words;

    public Hints(Language language) {
        this.catalogue = Catalogue.read(language);
        this.words = Words.read("words", language);
    }

    /** {@code why: …}, then {@code hint: …}; nothing for what is no claim. */
    public List<String> of(String claim) {
        return Stream.concat(
                        catalogue.why(claim).map(why -> words.say("why", why)).stream(),
                        catalogue.hint(claim).map(hint -> words.say("hint", hint)).stream())
                .toList();
    }
}
