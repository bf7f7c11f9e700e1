package multistage.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a run on students' demos leaves for its exit code, which pom.xml makes of it, and not of the tests: a claim that fails is
 * no reason for a class's run to fail. A run that leaves nothing, having ended early, has not passed.
 */
final class ExitCode {
    private final Path passed;
    private final Path notPassed;

    /** @param folder where it is left */
    ExitCode(Path folder) {
        this.passed = folder.resolve("passed");
        this.notPassed = folder.resolve("not-passed");
    }

    /** Removes what an earlier run left. */
    void forget() {
        try {
            Files.deleteIfExists(passed);
            Files.deleteIfExists(notPassed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run has passed. */
    void note() {
        write(passed, "");
    }

    /** It has not, for this reason, a sentence. */
    void noteNot(String why) {
        write(notPassed, why);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
