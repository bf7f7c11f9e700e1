package multistage.measure;

import static multistage.facts.fixtures.ExampleFacts.BODY;
import static multistage.facts.fixtures.ExampleFacts.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import multistage.docker.fixtures.FakeDocker;
import multistage.facts.Message;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;

class RanTest {
    @Test
    void aContainerThatRunsHasNoExitCode() {
        assertThat(end("{\"Running\": true, \"ExitCode\": 0, \"OOMKilled\": false, \"Error\": \"\"}"))
                .isEqualTo(new Ran.End(true, Optional.empty(), false, Optional.empty()));
    }

    @Test
    void aContainerThatEndedHasOne() {
        assertThat(end("{\"Running\": false, \"ExitCode\": 2, \"OOMKilled\": false, \"Error\": \"\"}"))
                .isEqualTo(new Ran.End(false, Optional.of(2), false, Optional.empty()));
    }

    @Test
    void aContainerThatTookTooMuchMemory() {
        assertThat(end("{\"Running\": false, \"ExitCode\": 137, \"OOMKilled\": true}"))
                .isEqualTo(new Ran.End(false, Optional.of(137), true, Optional.empty()));
    }

    @Test
    void aContainerThatNeverBeganHasTheEnginesWords() {
        assertThat(end("{\"Running\": false, \"ExitCode\": 127, \"Error\": \"exec: \\\"/hello\\\": not found\"}")
                        .engineError())
                .contains("exec: \"/hello\": not found");
    }

    @Test
    void anEngineThatTellsNothingIsTakenAtItsWord() {
        assertThat(end("{}")).isEqualTo(new Ran.End(false, Optional.empty(), false, Optional.empty()));
    }

    @Test
    void aServiceIsToldAsItWentOnAndEnded() {
        Response answer = response(200, BODY);
        List<Probe> probes = List.of(new Probe("a shell", "sh", false, "not found"));
        Ran ran = Ran.started(Variant.MULTI, ServiceClient.Asked.answered(answer), Duration.ofMillis(200))
                .wentOn(probes, Optional.empty(), Duration.ofSeconds(1))
                .ended(new Ran.End(false, Optional.of(2), false, Optional.empty()), List.of("panic"));

        assertThat(ran.explained(Optional.of(Message.verbatim("why"))))
                .isEqualTo(new Service(
                        Variant.MULTI,
                        Optional.of(answer),
                        Duration.ofMillis(200),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        false,
                        Optional.of(2),
                        Optional.of(Message.verbatim("why")),
                        List.of("panic"),
                        probes));
    }

    @Test
    void aServiceThatTheEngineWouldNotStartHasItsWordsAndNoAnswer() {
        Ran refused = Ran.refused(Variant.NAIVE, "no command specified", Duration.ofMillis(10));

        assertThat(refused.answer()).isEmpty();
        assertThat(refused.end())
                .isEqualTo(new Ran.End(false, Optional.empty(), false, Optional.of("no command specified")));
    }

    private static Ran.End end(String state) {
        return Ran.End.of(FakeDocker.json(InspectContainerResponse.class, "{\"State\": %s}", state)
                .getState());
    }
}
