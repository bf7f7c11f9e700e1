package multistage.measure;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.BODY;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.naiveImage;
import static multistage.facts.fixtures.ExampleFacts.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.facts.Image;
import multistage.facts.Message;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
    /** How Docker words what its runtime refuses. */
    private static final String REFUSED = "failed to create task for container: failed to create shim task: OCI runtime"
            + " create failed: runc create failed: unable to start container process: exec: ";

    private static final Ran.End RUNNING = new Ran.End(true, Optional.empty(), false, Optional.empty());
    private static final String LOADER = "/lib64/ld-linux.so.2";
    private static final UnaryOperator<Image> LOADED = executable(with("interpreter", Optional.of(LOADER)));

    @Test
    void aServiceThatAnsweredHasNoTrouble() {
        Ran answered = Ran.started(Variant.MULTI, ServiceClient.Asked.answered(response(200, BODY)), Duration.ZERO)
                .ended(new Ran.End(false, Optional.of(137), true, Optional.of("killed")), List.of());

        assertThat(Diagnosis.of(answered, multiImage()).map(Message::english)).isEmpty();
    }

    @Test
    void tooMuchMemory() {
        Ran.End killed = new Ran.End(false, Optional.of(137), true, Optional.empty());

        assertThat(Diagnosis.of(ran(killed), multiImage()).map(Message::english))
                .contains("it took more memory than it is allowed, 268 MB");
    }

    @Test
    void aServiceThatWritesToItsRoot() {
        assertThat(Diagnosis.of(ended("open /app/log: read-only file system"), multiImage())
                        .map(Message::english))
                .contains("it writes to its root file system, which is read-only here: a service may write to /tmp"
                        + " alone, up to 16 MiB");
    }

    @Test
    void aProgramForAnotherProcessor() {
        assertThat(Diagnosis.of(ended("exec /hello: exec format error"), multiImage())
                        .map(Message::english))
                .contains("its program was built for another processor, or is no program at all");
    }

    @Test
    void aFileThatIsNotExecutable() {
        assertThat(Diagnosis.of(refused(REFUSED + "\"/hello\": permission denied"), multiImage())
                        .map(Message::english))
                .contains("its program may not be run: the file is not executable for its user");
    }

    @Test
    void nothingToRun() {
        Image silent = changed(
                multiImage(),
                image -> changed(image, with("config", changed(image.config(), with("entrypoint", List.of())))));

        assertThat(List.of(
                        "Status 400: {\"message\":\"no command specified\"}",
                        REFUSED + "\"\": no such file or directory"))
                .allSatisfy(
                        words -> assertThat(Diagnosis.of(refused(words), silent).map(Message::english))
                                .contains("the image says nothing of what to run, neither by ENTRYPOINT nor by CMD"));
    }

    @Test
    void aLoaderThatTheImageLacks() {
        assertThat(Diagnosis.of(ended("exec /hello: no such file or directory"), changed(multiImage(), LOADED))
                        .map(Message::english))
                .contains("the program needs a dynamic loader, /lib64/ld-linux.so.2, which the image does not hold");
    }

    @Test
    void aShellThatTheImageLacks() {
        Image shellForm = changed(multiImage(), entrypoint("/bin/sh", "-c", "/hello"));

        assertThat(Diagnosis.of(refused(REFUSED + "\"/bin/sh\": stat /bin/sh: no such file or directory"), shellForm)
                        .map(Message::english))
                .contains("it is started through a shell, /bin/sh, which the image does not hold");
    }

    @Test
    void aProgramThatIsNotInTheImage() {
        String words = REFUSED + "\"/nope\": stat /nope: no such file or directory";

        assertThat(Diagnosis.of(refused(words), changed(multiImage(), entrypoint("/nope")))
                        .map(Message::english))
                .contains("the file that it is to run is not in the image: /nope; it holds /hello");
    }

    @Test
    void ofAnImageOfManyFilesNoneIsTold() {
        Image many = changed(
                multiImage(),
                entrypoint("/nope"),
                holding(file("/1", 1), file("/2", 1), file("/3", 1), file("/4", 1), file("/5", 1), file("/6", 1)));

        assertThat(Diagnosis.of(ended("exec /nope: no such file or directory"), many)
                        .map(Message::english))
                .contains("the file that it is to run is not in the image: /nope");
    }

    @Test
    void aProgramThatIsNotOnThePath() {
        String words = REFUSED + "\"hello\": executable file not found in $PATH";

        assertThat(Diagnosis.of(refused(words), changed(multiImage(), entrypoint("hello")))
                        .map(Message::english))
                .contains("the file that it is to run is not in the image: hello; it holds /hello");
    }

    @Test
    void aScriptWhoseInterpreterTheImageLacks() {
        Image script = changed(
                multiImage(),
                entrypoint("/start.sh"),
                with("executable", Optional.empty()),
                holding(file("/start.sh", 20)));

        assertThat(Diagnosis.of(ended("exec /start.sh: no such file or directory"), script)
                        .map(Message::english))
                .contains("it is a script, /start.sh, and the image lacks the interpreter that its first line names");
    }

    @Test
    void aLoaderThatTheImageHasIsNotBlamed() {
        Image dynamic = changed(multiImage(), LOADED, entrypoint("/nope"), holding(file(LOADER, 1)));

        assertThat(Diagnosis.of(ended("exec /nope: no such file or directory"), dynamic)
                        .map(Message::english))
                .contains("the file that it is to run is not in the image: /nope; it holds /lib64/ld-linux.so.2");
    }

    @Test
    void norIsOneThatItMayHaveForAllThatIsKnown() {
        assertThat(Diagnosis.of(
                                ended("exec /go/bin/helloworld: no such file or directory"),
                                changed(naiveImage(), LOADED))
                        .map(Message::english))
                .contains("the file that it is to run is not in the image: /go/bin/helloworld");
    }

    @Test
    void aServiceThatTakesRequestsAndAnswersNone() {
        Ran silent = Ran.started(Variant.MULTI, new ServiceClient.Asked(Optional.empty(), true), Duration.ofSeconds(10))
                .ended(RUNNING, List.of());

        assertThat(Diagnosis.of(silent, multiImage()).map(Message::english))
                .contains("it takes a request on port 8080 and does not answer it; if it only needs longer,"
                        + " -Dstart.seconds=N sets the limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fork/exec /proc/self/exe: resource temporarily unavailable",
                "runtime: failed to create new OS thread (have 5 already; errno=11)",
                "runtime/cgo: pthread_create failed: Resource temporarily unavailable",
                "java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory",
                "sh: can't fork: Resource temporarily unavailable",
                "/start.sh: line 3: fork: retry: Resource temporarily unavailable"
            })
    void moreProcessesThanItIsAllowed(String line) {
        assertThat(Diagnosis.of(ran(RUNNING, "Started", line), multiImage()).map(Message::english))
                .contains("it started more processes or threads than it is allowed, 100");
    }

    @Test
    void aServiceThatRunsAndIsNotToBeReached() {
        assertThat(Diagnosis.of(ran(RUNNING, "Started, serving at 8081"), multiImage())
                        .map(Message::english))
                .contains(
                        "nothing outside of its container reaches it on port 8080; if it only needs longer, -Dstart.seconds=N sets the limit");
    }

    @Test
    void whatAServerItselfPrintsIsNotTakenForItsRuntimesWords() {
        assertThat(Diagnosis.of(ended("open config.json: no such file or directory", "permission denied"), multiImage())
                        .map(Message::english))
                .isEmpty();
    }

    @Test
    void wordsThatNobodyKnowsStandForThemselves() {
        assertThat(Diagnosis.of(refused("the moon is in the wrong house"), multiImage())
                        .map(Message::english))
                .contains("the moon is in the wrong house");
    }

    private static Ran refused(String engineError) {
        return Ran.refused(Variant.MULTI, engineError, Duration.ZERO);
    }

    private static Ran ended(String... log) {
        return ran(new Ran.End(false, Optional.of(1), false, Optional.empty()), log);
    }

    private static Ran ran(Ran.End end, String... log) {
        return Ran.started(Variant.MULTI, ServiceClient.Asked.NOBODY, Duration.ZERO)
                .ended(end, List.of(log));
    }

    private static UnaryOperator<Image> entrypoint(String... words) {
        return image -> changed(image, with("config", changed(image.config(), with("entrypoint", List.of(words)))));
    }
}
