package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

        AnswersFolder.empty(folder.resolve("answers"));

        assertThat(folder.resolve("answers")).isEmptyDirectory();
    }

    @Test
    void whereALinkLeadsNothingIsRemoved() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/kept"), "");
        Files.createDirectories(folder.resolve("answers"));
        Files.createSymbolicLink(folder.resolve("answers/link"), folder.resolve("elsewhere"));

        AnswersFolder.empty(folder.resolve("answers"));

        assertThat(folder.resolve("answers")).isEmptyDirectory();
        assertThat(folder.resolve("elsewhere/kept")).exists();
    }

    @Test
    void whereNothingWasLeftNothingIsDone() {
        assertThatCode(() -> AnswersFolder.empty(folder.resolve("nothing"))).doesNotThrowAnyException();
    }
}
