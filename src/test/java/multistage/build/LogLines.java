package multistage.build;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import multistage.facts.Cut;

/**
 * What one step prints, made into lines that are safe to show: complete in spite of the pieces it comes in, without
 * terminal commands, of bounded length. Of what a carriage return overwrites, only the last remains.
 */
final class LogLines {
    private static final int LONGEST = 4_000;

    private static final Pattern TERMINAL_COMMANDS = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]?"
            + "|\\x9b[0-?]*[ -/]*[@-~]?"
            + "|\\x1b[\\]PX^_][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?"
            + "|\\x1b[ -/]*[0-~]?");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    // Besides what moves the cursor, what turns the direction of the text around or breaks the line elsewhere.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\t]]|[\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final Pattern HALF_CHARACTER = Pattern.compile("\\ufffd$");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long more;
    private boolean returned;

    /** Takes the next piece and hands over every line that it completes. */
    void add(ByteString piece, Consumer<String> complete) {
        for (int i = 0; i < piece.size(); i++) {
            byte b = piece.byteAt(i);
            if (b == '\n') {
                hand(complete);
            } else if (b == '\r') {
                returned = true;
            } else {
                if (returned) {
                    clear();
                }
                put(b);
            }
        }
    }

    /** Hands over what came after the last line break, if there is anything to see. */
    void end(Consumer<String> complete) {
        if (visible(line.toString(StandardCharsets.UTF_8)).isBlank()) {
            clear();
        } else {
            hand(complete);
        }
    }

    /** A text that the engine gives whole, as one line that is safe to show. */
    static String clean(String text) {
        return visible(LINE_BREAK.matcher(Cut.within(text, LONGEST).strip()).replaceAll(" "));
    }

    private static String visible(String text) {
        return INVISIBLE.matcher(TERMINAL_COMMANDS.matcher(text).replaceAll("")).replaceAll("");
    }

    private void put(byte b) {
        if (line.size() < LONGEST) {
            line.write(b);
        } else {
            more++;
        }
    }

    private void hand(Consumer<String> complete) {
        String text = visible(line.toString(StandardCharsets.UTF_8));
        complete.accept(
                more == 0 ? text : HALF_CHARACTER.matcher(text).replaceAll("") + " … and " + more + " bytes more");
        clear();
    }

    private void clear() {
        line.reset();
        more = 0;
        returned = false;
    }
}
