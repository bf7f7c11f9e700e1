package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected, whole. With {@code -Dgolden=update} they are written anew, to be looked at in review. */
final class Golden {
    static final boolean UPDATED = "update".equals(System.getProperty("golden"));

    private Golden() {}

    /** Fails when the file holds another text, or is not there. */
    static void assertMatches(Path file, String text) {
        assertMatches(file, text, UPDATED);
    }

    static void assertMatches(Path file, String text, boolean update) {
        try {
            if (update) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("%s is made anew by: mvn test-compile surefire:test@unit-tests -Dgolden=update", file)
                    .exists();
            assertThat(text)
                    .as("what is in %s; if the change is meant, -Dgolden=update writes it there", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
