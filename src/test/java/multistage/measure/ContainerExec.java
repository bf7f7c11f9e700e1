package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import multistage.docker.SafeLine;
import multistage.facts.Cut;
import multistage.facts.Probe;
import multistage.facts.Unseen;

/** Commands inside a running container, run without a shell, and the container's log: both bounded in bytes and in time. */
final class ContainerExec {
    private static final int LIMIT_SECONDS = 5;
    private static final int LOG_BYTES = 64 * 1024;
    private static final int LAST_LINES = 300;
    private static final int LONGEST_LINE = 1000;

    private final DockerClient client;
    private final String container;

    ContainerExec(DockerClient client, String container) {
        this.client = client;
        this.container = container;
    }

    /** Tries a command whose running would show this to be there. */
    Probe probe(String what, List<String> command) {
        Output output = run(LOG_BYTES, command, exec -> exec.withAttachStderr(true));
        boolean ran = output.exitCode.equals(Optional.of(0L));
        String words = output.lines().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        // of commands that fail at the same time, Docker may tell one what is missing for another
        boolean missing = !ran && words.contains("executable file not found");
        return new Probe(what, String.join(" ", command), ran, missing ? "there is no " + command.get(0) : words);
    }

    /** What a command prints on its standard output, run as root; empty when it does not end in time or prints too much. */
    Optional<byte[]> output(List<String> command, int limit) {
        Output output = run(limit, command, exec -> exec.withUser("0"));
        return output.exitCode.map(ended -> output.bytes.toByteArray());
    }

    private Output run(int limit, List<String> command, UnaryOperator<ExecCreateCmd> change) {
        Output output = new Output(limit);
        try {
            ExecCreateCmd exec = client.execCreateCmd(container).withAttachStdout(true);
            String id = change.apply(exec.withCmd(command.toArray(String[]::new)))
                    .exec()
                    .getId();
            if (client.execStartCmd(id).exec(output).endsInTime() && !output.full) {
                output.exitCode =
                        Optional.ofNullable(client.inspectExecCmd(id).exec().getExitCodeLong());
            }
        } catch (DockerException refused) {
            output.bytes.writeBytes(SafeLine.of(refused).getBytes(StandardCharsets.UTF_8));
        }
        return output;
    }

    /** The last of what the container has printed. */
    List<String> log() {
        Output output = new Output(LOG_BYTES);
        client.logContainerCmd(container)
                .withTail(LAST_LINES)
                .withStdOut(true)
                .withStdErr(true)
                .exec(output)
                .endsInTime();
        return output.lines();
    }

    /** What is printed, up to a limit; nothing is read beyond it. */
    private static final class Output extends ResultCallback.Adapter<Frame> {
        private final int limit;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile boolean full;
        /** A command's, unless it did not end in time or printed too much. */
        private Optional<Long> exitCode = Optional.empty();

        Output(int limit) {
            this.limit = limit;
        }

        @Override
        public void onNext(Frame frame) {
            int room = limit - bytes.size();
            bytes.write(frame.getPayload(), 0, Math.min(room, frame.getPayload().length));
            if (frame.getPayload().length > room) {
                full = true;
                onComplete();
            }
        }

        boolean endsInTime() {
            try {
                boolean ended = awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS);
                onComplete(); // which reads no more
                return ended;
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a container's output was read", cut);
            }
        }

        List<String> lines() {
            return bytes.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Cut.within(Unseen.blanked(line), LONGEST_LINE))
                    .toList();
        }
    }
}
