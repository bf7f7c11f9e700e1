package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import multistage.facts.Config;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramFinderTest {
    private static final Content NOTHING = new Content(List.of());

    @ParameterizedTest
    @CsvSource({
        "/hello -v,   /hello",
        "./hello,     /srv/./hello",
        "bin/hello,   /srv/bin/hello",
        "hello,       /go/bin/hello /usr/bin/hello /srv/hello",
        "sh /start.sh, /go/bin/sh /usr/bin/sh /srv/sh",
        "'',          ''",
    })
    void aPathIsTheProgramAndANameIsLookedForOnPathAndInTheWorkingDirectory(String command, String paths) {
        assertThat(candidates(NOTHING, command.split(" ")))
                .containsExactlyElementsOf(words(paths).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hello -v", "  exec  /hello -v", "exec '/hello'", "['/hello', '-v']", "[/hello, -v]"})
    void ofAShellsLineItIsTheFirstWordAlsoWhereThatWasToBeJson(String line) {
        assertThat(candidates(NOTHING, "/bin/sh", "-c", line)).containsExactly("/hello");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/hello, /hello,            /app/hello /hello",
        "/app/hello, /hello /bin/hello, /app/hello",
        "/app/hello, /other /xhello,    /app/hello",
    })
    void whatIsNotWhereItShouldBeIsFoundByItsNameWhereThatIsTheOnlyOne(String command, String files, String paths) {
        Content content = new Content(
                words(files).map(path -> new Entry(path, Kind.FILE, 1, "0755")).toList());

        assertThat(candidates(content, command))
                .containsExactlyElementsOf(words(paths).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/local/go/bin/go|run|.,    true",
        "/bin/sh|-c|cd /a && go run x,  true",
        "go|version,                    false",
        "/bin/sh|-c|/django runserver,  false",
    })
    void aProgramIsCompiledAtStartByGoRun(String command, boolean compiled) {
        assertThat(config(command.split("[|]")).compilesAtStart()).isEqualTo(compiled);
    }

    private static List<String> candidates(Content content, String... command) {
        return ProgramFinder.candidates(config(command), content);
    }

    private static Config config(String... command) {
        return new Config(
                List.of(), List.of(command), List.of(), "", List.of("A=b", "PATH=/go/bin:relative::/usr/bin"), "/srv");
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
