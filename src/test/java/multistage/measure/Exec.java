package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import multistage.engine.EngineWords;
import multistage.facts.Probe;

/** Runs a command inside a running container, without a shell, within limits. */
final class Exec {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int OUTPUT_LIMIT = 4096;

    private final DockerClient client;
    private final String container;

    Exec(DockerClient client, String container) {
        this.client = client;
        this.container = container;
    }

    Probe run(Probes probe) {
        String command = String.join(" ", probe.command);
        try {
            String id = client.execCreateCmd(container)
                    .withCmd(probe.command.toArray(String[]::new))
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            BoundedOutput output = client.execStartCmd(id).exec(new BoundedOutput(OUTPUT_LIMIT));
            boolean ended = output.awaitCompletion(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            Long exitCode = client.inspectExecCmd(id).exec().getExitCodeLong();
            boolean ran = ended && exitCode != null && exitCode == 0;
            return new Probe(probe.what, command, ran, output.firstLine());
        } catch (DockerException notRun) {
            return new Probe(probe.what, command, false, EngineWords.of(notRun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command + " ran in a container", e);
        }
    }
}
