package multistage.facts;

/** What the lesson's program says, in the lesson's own words. */
public final class Lesson {
    /** The body of its answer to any request. */
    public static final String ANSWER = "Hello World from Go in minimal Docker container\n";
    /** What it prints when it starts. */
    public static final String FIRST_WORDS = "Started, serving at 8080";

    private Lesson() {}
}
