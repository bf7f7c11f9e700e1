package multistage.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that a run leaves answers in, and each run empties first, lest what an earlier one left pass for its own. */
public record AnswersFolder(Path path) {

    /** Removes all that is in it, whichever run left it, and follows no link. */
    public void empty() {
        try (Stream<Path> all = Files.isDirectory(path) ? Files.walk(path) : Stream.empty()) {
            for (Path left : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!left.equals(path)) {
                    Files.delete(left);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier run left in " + path + " cannot be removed", e);
        }
    }

    /** Writes texts, in UTF-8, by the names of their files. */
    public void write(Map<String, String> texts) {
        try {
            Files.createDirectories(path);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(path.resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }
}
