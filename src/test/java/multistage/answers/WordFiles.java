package multistage.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Files of words as they are written, for tests: with keys that stand in them twice. */
final class WordFiles {
    private static final Pattern KEY = Pattern.compile("(?m)^([\\w.-]+) = ");

    private WordFiles() {}

    /** The keys of a file, in its order. */
    static List<String> keys(String file) {
        return KEY.matcher(text(file)).results().map(key -> key.group(1)).toList();
    }

    static String text(String file) {
        try (InputStream stream = WordFiles.class.getResourceAsStream("/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
