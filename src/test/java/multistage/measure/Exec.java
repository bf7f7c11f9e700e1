package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.exception.DockerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import multistage.docker.EngineWords;
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

    /**
     * How a command ended.
     *
     * @param exitCode its exit code; empty when it did not end in time
     */
    private record Ended(BoundedOutput output, Optional<Long> exitCode) {}

    Probe run(Probes probe) {
        String command = String.join(" ", probe.command);
        try {
            Ended ended = run(create(probe.command).withAttachStderr(true), OUTPUT_LIMIT);
            boolean ran = ended.exitCode.equals(Optional.of(0L));
            String printed = ended.output.firstLine();
            return new Probe(probe.what, command, ran, ran ? printed : whyNot(probe, printed));
        } catch (DockerException notRun) {
            return new Probe(probe.what, command, false, whyNot(probe, EngineWords.of(notRun)));
        }
    }

    /** Of commands that fail at the same time, Docker may tell one what is missing for another. */
    private static String whyNot(Probes probe, String said) {
        return said.contains("executable file not found") ? "there is no " + probe.command.get(0) : said;
    }

    /**
     * What a command prints on its standard output, as root, whatever it complains of beside; nothing when it does not run
     * to its end, in time, or prints more than the limit.
     */
    Optional<byte[]> output(List<String> command, int limit) {
        try {
            Ended ended = run(create(command).withUser("0"), limit);
            return ended.exitCode.isPresent() && !ended.output.isFull()
                    ? Optional.of(ended.output.bytes())
                    : Optional.empty();
        } catch (DockerException notRun) {
            return Optional.empty();
        }
    }

    private ExecCreateCmd create(List<String> command) {
        return client.execCreateCmd(container)
                .withCmd(command.toArray(String[]::new))
                .withAttachStdout(true);
    }

    private Ended run(ExecCreateCmd command, int limit) {
        String id = command.exec().getId();
        BoundedOutput output = client.execStartCmd(id).exec(new BoundedOutput(limit));
        boolean ended = output.endsWithin(LIMIT);
        Optional<Long> exitCode =
                Optional.ofNullable(client.inspectExecCmd(id).exec().getExitCodeLong());
        return new Ended(output, exitCode.filter(code -> ended));
    }
}
