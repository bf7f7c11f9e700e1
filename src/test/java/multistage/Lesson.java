package multistage;

/** What the lesson's program says, in the lesson's own words. */
final class Lesson {
    /** The body of its answer to any request. */
    static final String ANSWER = "Hello World from Go in minimal Docker container\n";
    /** What it prints when it starts. */
    static final String FIRST_WORDS = "Started, serving at 8080";

    private Lesson() {}
}
