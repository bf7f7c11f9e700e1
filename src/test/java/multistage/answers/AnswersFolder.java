package multistage.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder that a run leaves answers in, and each run empties first, lest what an earlier one left pass for its own. */
public final class AnswersFolder {
    private AnswersFolder() {}

    /** Removes all that is in it, whichever run left it, and follows no link. */
    public static void empty(Path folder) {
        try (Stream<Path> all = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier run left in " + folder + " cannot be removed", e);
        }
    }
}
