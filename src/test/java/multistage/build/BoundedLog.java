package multistage.build;

import java.util.function.Consumer;

/** Passes lines on until there were too many, then says so once. How steps end is still told for a while. */
final class BoundedLog {
    static final int MOST_LINES = 20_000;
    private static final int MOST_WITH_ENDINGS = MOST_LINES + 2_000;

    private final Consumer<String> out;
    private int lines;
    private boolean cut;

    BoundedLog(Consumer<String> out) {
        this.out = out;
    }

    /** A line of which there may be any number. */
    void output(String line) {
        if (lines < MOST_LINES) {
            print(line);
        } else if (!cut) {
            cut = true;
            print("(more than " + MOST_LINES + " lines: the rest of the output is left out)");
        }
    }

    /** A line that matters more: what begins, how it ended. */
    void event(String line) {
        if (lines < MOST_WITH_ENDINGS) {
            print(line);
        }
    }

    private void print(String line) {
        lines++;
        out.accept(line);
    }
}
