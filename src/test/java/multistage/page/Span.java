package multistage.page;

import java.util.regex.Pattern;

/**
 * Words in one style, on one line and without anything unseen in them, whoever they are from.
 *
 * @param words as they are, not escaped
 * @param code whether they are to be typed or read letter by letter
 * @param strong whether they matter most
 */
public record Span(String words, boolean code, boolean strong) {
    /** What moves the cursor, breaks the line, turns the text around or cannot be seen. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    /** Four spaces before words make Markdown take them for code; people see one of several. */
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private static final Pattern FENCE = Pattern.compile("`+");

    public Span {
        words = code ? seen(words) : SPACES.matcher(seen(words)).replaceAll(" ");
    }

    /** The words on one line, without anything unseen. */
    private static String seen(String words) {
        return UNSEEN.matcher(words).replaceAll(" ");
    }

    /** Words in no style. */
    public static Span plain(String words) {
        return new Span(words, false, false);
    }

    /** Words to be typed, or read letter by letter. */
    public static Span code(String words) {
        return new Span(words, true, false);
    }

    /** Whether they are in no style. */
    boolean isPlain() {
        return !code && !strong;
    }

    /** As a Markdown code span, which no words can end: it is fenced by more backticks than they have in a row. */
    String fenced() {
        int longest = FENCE.matcher(words)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        boolean padded = longest > 0 || words.isBlank() || words.startsWith(" ") && words.endsWith(" ");
        String space = padded ? " " : "";
        return fence + space + words + space + fence;
    }

    /** The same in a table, where only a backslash keeps a bar from ending the cell, in code too (GFM, tables). */
    String fencedInTable() {
        return fenced().replace("|", "\\|");
    }
}
