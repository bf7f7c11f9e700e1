package multistage.answers;

import java.util.Optional;

/** What a claim's failure is followed by in one language, marked as a hint. */
public final class Hints {
    private final Catalogue catalogue;
    private final Words words;

    public Hints(Language language) {
        this.catalogue = Catalogue.read(language);
        this.words = Words.read("words", language);
    }

    /** {@code hint: What, when it is compiled, ties it to the system's C library?} */
    public Optional<String> of(String claim) {
        return catalogue.hint(claim).map(hint -> words.say("hint", hint));
    }
}
