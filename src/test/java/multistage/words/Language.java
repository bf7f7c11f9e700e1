package multistage.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages in which a run tells what it found. */
public enum Language {
    ENGLISH("en", "English", "answers"),
    FRENCH("fr", "Français", "reponses");

    private final String code;
    private final String title;
    private final String answers;

    Language(String code, String title, String answers) {
        this.code = code;
        this.title = title;
        this.answers = answers;
    }

    /**
     * The language of this code, which {@code -Dlang} asks for; where it is null or empty, the machine's, else English.
     *
     * @throws IllegalArgumentException when it is that of another; says which there are
     */
    public static Language of(String asked) {
        if (asked == null || asked.isEmpty()) {
            return Locale.getDefault().getLanguage().equals(FRENCH.code) ? FRENCH : ENGLISH;
        }
        return Stream.of(values())
                .filter(language -> language.code.equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Dlang=" + asked
                        + " is no language of the answers: they are in en (English) and fr (French)"));
    }

    /** All of them, this one first. */
    public List<Language> andTheOthers() {
        return Stream.concat(Stream.of(this), Stream.of(values()).filter(other -> other != this))
                .toList();
    }

    /** Its code, as HTML and file names have it: {@code fr}. */
    public String code() {
        return code;
    }

    /** Its own name for itself. */
    public String title() {
        return title;
    }

    /** Its word for the answers, without accents, which names their file. */
    public String answers() {
        return answers;
    }

    /** By whose customs names are put in order. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }
}
