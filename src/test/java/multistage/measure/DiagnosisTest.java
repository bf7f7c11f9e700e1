package multistage.measure;

import static multistage.facts.fixtures.Changes.answering;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.naiveImage;
import static multistage.facts.fixtures.ExampleFacts.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.facts.Image;
import multistage.facts.Message;
import multistage.facts.Service;
import multistage.facts.fixtures.Changes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {
    /** How Docker words what its runtime refuses. */
    private static final String REFUSED = "failed to create task for container: OCI runtime create failed: runc create"
            + " failed: unable to start container process: error during container init: exec: ";

    private static final String LOADER = "/lib64/ld-linux.so.2";
    private static final Service RUNNING = changed(good().multi().service(), neverAnswering(), with("log", List.of()));

    /** An image as it is to be started, what is said against it, and what the cause must tell. */
    private record Case(String words, Image image, String cause) {}

    static List<Case> refusedByTheEngine() {
        String notOnPath = REFUSED + "\"main\": executable file not found in $PATH";
        Image named = changed(multiImage(), command("main"));
        return List.of(
                new Case(REFUSED + "\"/hello\": permission denied", multiImage(), "not executable"),
                new Case("no command specified", changed(multiImage(), command()), "ENTRYPOINT nor by CMD"),
                new Case(
                        REFUSED + "\"/bin/sh\": stat /bin/sh: no such file or directory",
                        changed(multiImage(), command("/bin/sh", "-c", "/hello")),
                        "through a shell, /bin/sh"),
                new Case(
                        REFUSED + "\"/bin/sh\": stat /bin/sh: no such file or directory",
                        changed(multiImage(), command("/bin/sh", "-c", "['/hello']")),
                        "['/hello'], is no list in JSON"),
                new Case(
                        REFUSED + "\"/nope\": stat /nope: no such file or directory",
                        changed(multiImage(), command("/nope"), with("executable", Optional.empty())),
                        "not in the image: /nope; it holds /hello"),
                new Case(notOnPath, changed(named, holding(file("/main", 1))), "the image has /main"),
                new Case(notOnPath, changed(named, holding(file("/domain", 1))), "folders of PATH alone, which do not"),
                new Case(
                        notOnPath,
                        changed(naiveImage(), command("main"), executable(with("path", "/app/main"))),
                        "the image has /app/main"),
                new Case(REFUSED + "chdir to cwd (\"/app\"): no such file or directory", multiImage(), "chdir to cwd"),
                new Case("the moon is in the wrong house", multiImage(), "the moon is in the wrong house"));
    }

    @ParameterizedTest
    @MethodSource("refusedByTheEngine")
    void tellsWhyTheEngineRefusesAContainer(Case refused) {
        assertThat(cause(ended(127), Optional.of(refused.words), refused.image)).contains(refused.cause);
    }

    static List<Case> endedAtOnce() {
        Image loaded = changed(multiImage(), executable(with("interpreter", Optional.of(LOADER))));
        Image script = changed(
                multiImage(),
                command("/start.sh"),
                with("executable", Optional.empty()),
                holding(file("/start.sh", 20)));
        return List.of(
                new Case("exec /hello: exec format error", multiImage(), "another processor"),
                new Case("exec /hello: operation not permitted", multiImage(), "carries a capability"),
                new Case("exec /hello: no such file or directory", loaded, "dynamic loader, " + LOADER),
                new Case(
                        "exec /go/bin/helloworld: no such file or directory",
                        changed(naiveImage(), executable(with("interpreter", Optional.of(LOADER)))),
                        "dynamic loader, " + LOADER),
                new Case("exec /start.sh: no such file or directory", script, "a script, /start.sh"),
                new Case(
                        "exec /hello: no such file or directory",
                        changed(loaded, holding(file("/hello", 9), file(LOADER, 1))),
                        "exec /hello: no such file or directory"),
                new Case("listen tcp :8080: bind: address already in use", multiImage(), "uses already"),
                new Case("open /app/log: read-only file system", multiImage(), "/tmp alone, up to 16 MiB"),
                new Case("runtime: failed to create new OS thread (have 5 already)", multiImage(), "allowed, 100"),
                new Case("sh: can't fork: Resource temporarily unavailable", multiImage(), "allowed, 100"));
    }

    @ParameterizedTest
    @MethodSource("endedAtOnce")
    void tellsWhyAContainerEnded(Case ended) {
        assertThat(cause(ended(1, "Started", ended.words), ended.image)).contains(ended.cause);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
                    127 | /bin/sh: 1: main: not found          | main                  | main is named without a path
                    127 | bash: line 1: exec: main: not found  | exec main             | main is named without a path
                    127 | sh: /app/main: not found             | /app/main             | not in the image: /app/main
                    126 | /bin/sh: 1: /app/main: Permission denied | /app/main         | not executable
                    127 | /bin/sh: 1: [/hello]: not found      | ['/hello']            | ['/hello'], is no list
                    127 | /bin/sh: 1: [“/hello”]: not found    | [“/hello”]            | [“/hello”], is no list
                    2   | /bin/sh: 1: Syntax error             | ["/hello", "-v"       | is no list
                    0   | nothing                              | [ '/hello' ]          | is no list
                    1   | /bin/sh: 1: cache: not found         | /app/main             | ^^
                    1   | nothing                              | [ -f /x ] && /hello   | ^^
                    """)
    void tellsWhatAShellDidNotFindOrWasNotMeantToBeAsked(int exitCode, String printed, String command, String cause) {
        Image image = changed(naiveImage(), command("/bin/sh", "-c", command), with("executable", Optional.empty()));

        assertThat(cause(ended(exitCode, printed), image)).contains(cause);
        assertThat(cause(ended(exitCode, printed), image).isEmpty()).isEqualTo(cause.isEmpty());
    }

    @Test
    void tellsOfARunningServiceWhatIsKnown() {
        assertThat(cause(RUNNING, multiImage()))
                .contains("nothing outside of its container gets an answer from it on port 8080");
    }

    @Test
    void looksForNoCauseWhereALimitEndedAServiceOrWhereItAnswered() {
        Service ended = ended(1, "exec /hello: exec format error");

        assertThat(cause(changed(ended, with("trouble", Optional.of(Message.verbatim("too much")))), multiImage()))
                .isEqualTo("too much");
        assertThat(cause(changed(ended, answering(response(200, "Hello"))), multiImage()))
                .isEmpty();
    }

    @Test
    void doesNotTakeWhatAProgramPrintsForItsRuntimesWords() {
        assertThat(cause(ended(1, "open config.json: no such file or directory", "permission denied"), multiImage()))
                .isEmpty();
    }

    private static String cause(Service seen, Image image) {
        return cause(seen, Optional.empty(), image);
    }

    private static String cause(Service seen, Optional<String> refusal, Image image) {
        return Diagnosis.explained(seen, refusal, image)
                .trouble()
                .map(Message::english)
                .orElse("");
    }

    private static Service ended(int exitCode, String... log) {
        return changed(RUNNING, Changes.ended(exitCode, log));
    }

    private static UnaryOperator<Image> command(String... words) {
        return image -> changed(
                image,
                with(
                        "config",
                        changed(image.config(), with("entrypoint", List.of(words)), with("command", List.of()))));
    }
}
