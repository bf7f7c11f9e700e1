package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.ExecCreateCmdResponse;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import multistage.docker.fixtures.FakeDocker;
import multistage.facts.Probe;
import org.junit.jupiter.api.Test;

class ExecTest {
    private final FakeDocker docker = new FakeDocker();

    @Test
    void aCommandThatEndsWellRan() {
        endsWith(0, "go version go1.23.12 linux/amd64\n");

        assertThat(new Exec(docker.client(), "c1").run(Probes.GO_TOOLCHAIN))
                .isEqualTo(new Probe("a Go toolchain", "go version", true, "go version go1.23.12 linux/amd64"));
        assertThat(docker.asked())
                .startsWith("execCreateCmd(c1).withCmd([go, version]).withAttachStdout(true).withAttachStderr(true)");
    }

    @Test
    void aCommandThatEndsBadlyDidNot() {
        endsWith(2, "go: cannot find GOROOT directory\n");

        assertThat(new Exec(docker.client(), "c1").run(Probes.GO_TOOLCHAIN))
                .isEqualTo(new Probe("a Go toolchain", "go version", false, "go: cannot find GOROOT directory"));
    }

    @Test
    void aCommandThatIsNotThereIsNamedWhicheverTheEngineNames() {
        endsWith(127, "exec: \"git\": executable file not found in $PATH\n");

        assertThat(new Exec(docker.client(), "c1").run(Probes.GO_TOOLCHAIN))
                .isEqualTo(new Probe("a Go toolchain", "go version", false, "there is no go"));
    }

    @Test
    void aCommandThatTheEngineRefusesDidNot() {
        docker.answer("execCreateCmd", new BadRequestException("container c1 is not running\n"));

        assertThat(new Exec(docker.client(), "c1").run(Probes.GO_TOOLCHAIN))
                .isEqualTo(new Probe("a Go toolchain", "go version", false, "Status 400: container c1 is not running"));
    }

    @Test
    void allThatACommandPrintsIsReadWhateverItsExitCode() {
        endsWith(1, "d 755 /\0");

        assertThat(new Exec(docker.client(), "c1").output(List.of("find", "/"), 100))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("d 755 /\0"));
    }

    @Test
    void whatItComplainsOfIsNotListenedTo() {
        endsWith(0, "");

        new Exec(docker.client(), "c1").output(List.of("find", "/"), 100);

        assertThat(docker.asked())
                .startsWith("execCreateCmd(c1).withCmd([find, /]).withAttachStdout(true).withUser(0)");
    }

    @Test
    void moreThanTheLimitIsNothing() {
        endsWith(0, "0123456789");

        assertThat(new Exec(docker.client(), "c1").output(List.of("find", "/"), 10))
                .isPresent();
        assertThat(new Exec(docker.client(), "c1").output(List.of("find", "/"), 9))
                .isEmpty();
    }

    @Test
    void whatTheEngineRefusesToRunPrintsNothing() {
        docker.answer("execCreateCmd", new BadRequestException("container c1 is not running\n"));

        assertThat(new Exec(docker.client(), "c1").output(List.of("find", "/"), 100))
                .isEmpty();
    }

    private void endsWith(int exitCode, String output) {
        docker.answer("execCreateCmd", FakeDocker.json(ExecCreateCmdResponse.class, "{\"Id\": \"e1\"}"))
                .<Frame>tell("execStartCmd(e1)", told -> {
                    told.onNext(new Frame(StreamType.RAW, output.getBytes(StandardCharsets.UTF_8)));
                    told.onComplete();
                })
                .answer(
                        "inspectExecCmd(e1)",
                        FakeDocker.json(InspectExecResponse.class, "{\"ExitCode\": %d}", exitCode));
    }
}
