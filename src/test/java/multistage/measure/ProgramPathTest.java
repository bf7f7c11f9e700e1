package multistage.measure;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import multistage.facts.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramPathTest {
    private static final Config NOTHING = new Config(List.of(), List.of(), List.of(), "", List.of(), "");

    @Test
    void anAbsolutePathIsTheOnlyCandidate() {
        assertThat(ProgramPath.candidates(entrypoint("/hello", "-v"))).containsExactly("/hello");
    }

    @Test
    void theEntrypointComesBeforeTheCommand() {
        assertThat(ProgramPath.candidates(changed(entrypoint("/hello"), with("command", List.of("/other")))))
                .containsExactly("/hello");
        assertThat(ProgramPath.candidates(changed(NOTHING, with("command", List.of("/go/bin/helloworld")))))
                .containsExactly("/go/bin/helloworld");
    }

    @ParameterizedTest
    @CsvSource({"/app, bin/hello, /app/bin/hello", "/app, ./hello, /app/hello", "'', ./hello, /hello", "/a, ../b, /b"})
    void aRelativePathStartsAtTheWorkingDirectory(String folder, String word, String path) {
        assertThat(ProgramPath.candidates(changed(entrypoint(word), with("workingDirectory", folder))))
                .containsExactly(path);
    }

    @Test
    void aPathIsToldAsTheImagesContentTellsIt() {
        assertThat(ProgramPath.candidates(entrypoint("//app/./hello"))).containsExactly("/app/hello");
    }

    @Test
    void aBareNameIsLookedForOnThePath() {
        Config config =
                changed(entrypoint("hello"), with("env", List.of("HOME=/", "PATH=/go/bin/:relative::/usr/bin")));

        assertThat(ProgramPath.candidates(config)).containsExactly("/go/bin/hello", "/usr/bin/hello");
    }

    @Test
    void withoutAPathItIsLookedForInTheUsualFolders() {
        assertThat(ProgramPath.candidates(entrypoint("hello"))).contains("/usr/local/bin/hello", "/bin/hello");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "/hello -v",
                "  /hello",
                "exec /hello -v",
                "exec  /hello",
                "\"/hello\" -v",
                "'/hello'",
                "exec \"/hello\""
            })
    void inShellFormItIsTheShellsFirstWord(String line) {
        assertThat(ProgramPath.candidates(entrypoint("/bin/sh", "-c", line))).containsExactly("/hello");
    }

    @Test
    void aQuotedWordMayHoldABlank() {
        assertThat(ProgramPath.candidates(entrypoint("/bin/sh", "-c", "\"/my app/hello\" -v")))
                .containsExactly("/my app/hello");
    }

    @Test
    void aShellThatIsGivenAScriptIsItselfTheProgram() {
        assertThat(ProgramPath.candidates(entrypoint("/bin/sh", "/start.sh"))).containsExactly("/bin/sh");
    }

    @Test
    void anImageThatRunsNothingHasNoProgram() {
        assertThat(ProgramPath.candidates(NOTHING)).isEmpty();
        assertThat(ProgramPath.candidates(entrypoint(""))).isEmpty();
        assertThat(ProgramPath.candidates(entrypoint("/bin/sh", "-c", "  "))).isEmpty();
    }

    private static Config entrypoint(String... words) {
        return changed(NOTHING, with("entrypoint", List.of(words)));
    }
}
