package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersFolderTest {
    @TempDir
    private Path folder;

    @Test
    void whateverARunLeftIsRemovedAFolderForEachStudentToo() throws IOException {
        Files.createDirectories(folder.resolve("answers/ada"));
        Files.writeString(folder.resolve("answers/ada/answers.html"), "");
        Files.writeString(folder.resolve("answers/index.html"), "");

        new AnswersFolder(folder.resolve("answers")).empty();

        assertThat(folder.resolve("answers")).isEmptyDirectory();
    }

    @Test
    void whereALinkLeadsNothingIsRemoved() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/kept"), "");
        Files.createDirectories(folder.resolve("answers"));
        Files.createSymbolicLink(folder.resolve("answers/link"), folder.resolve("elsewhere"));

        new AnswersFolder(folder.resolve("answers")).empty();

        assertThat(folder.resolve("answers")).isEmptyDirectory();
        assertThat(folder.resolve("elsewhere/kept")).exists();
    }

    @Test
    void whereNothingWasLeftNothingIsDone() {
        assertThatCode(() -> new AnswersFolder(folder.resolve("nothing")).empty())
                .doesNotThrowAnyException();
    }

    @Test
    void textsLieInItByTheirNamesAndItIsMadeForThem() {
        new AnswersFolder(folder.resolve("target/answers")).write(Map.of("a.md", "é"));

        assertThat(folder.resolve("target/answers/a.md")).hasContent("é");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new AnswersFolder(file).write(Map.of()))
                .withMessage(file + " cannot be written");
    }
}
