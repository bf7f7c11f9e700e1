package multistage.facts;

/** The two ways in which the lesson packs the same service. */
public enum Variant {
    /** Everything in one stage, the compiler included. */
    NAIVE("naive", "the naive image", "example/naive"),
    /** A build stage, then a final stage that copies the program only. */
    MULTI("multi", "the multi-stage image", "example/multistaged-builds");

    private final String word;
    private final Message title;
    private final String lessonName;

    Variant(String word, String title, String lessonName) {
        this.word = word;
        this.title = Message.of(title);
        this.lessonName = lessonName;
    }

    /** One word, as in the Dockerfile's name: {@code naive} or {@code multi}. */
    public String word() {
        return word;
    }

    /** The file in the demo's folder that builds this image. */
    public String dockerfile() {
        return "Dockerfile-" + word;
    }

    /** The name that the lesson's own commands give this image. */
    public String lessonName() {
        return lessonName;
    }

    /** As a sentence calls it in each language. */
    public Message title() {
        return title;
    }

    /** The same in English: {@code the naive image}. */
    @Override
    public String toString() {
        return title.english();
    }
}
