package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import multistage.engine.EngineWords;
import multistage.facts.Cut;
import multistage.facts.Probe;
import multistage.facts.Unseen;

/** Commands inside a running container, run without a shell, and the container's log: both bounded in bytes and in time. */
final class ContainerExec {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int PROBE_BYTES = 4096;
    private static final int LOG_BYTES = 64 * 1024;
    private static final int LAST_LINES = 30;
    private static final int LONGEST_LINE = 1000;

    private final DockerClient client;
    private final String container;

    ContainerExec(DockerClient client, String container) {
        this.client = client;
        this.container = container;
    }

    /** @param exitCode empty when the command did not end in time, or printed more than the limit */
    private record Ended(Output output, Optional<Long> exitCode) {}

    /** Tries a command whose running would show this to be there. */
    Probe probe(String what, List<String> command) {
        String typed = String.join(" ", command);
        try {
            Ended ended = run(create(command).withAttachStderr(true), PROBE_BYTES);
            boolean ran = ended.exitCode.equals(Optional.of(0L));
            String printed = ended.output.lines().stream()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            return new Probe(what, typed, ran, ran ? printed : whyNot(command, printed));
        } catch (DockerException refused) {
            return new Probe(what, typed, false, whyNot(command, EngineWords.of(refused)));
        }
    }

    /** Of commands that fail at the same time, Docker may tell one what is missing for another. */
    private static String whyNot(List<String> command, String words) {
        return words.contains("executable file not found") ? "there is no " + command.get(0) : words;
    }

    /** What a command prints on its standard output, run as root; empty when it does not end in time or prints too much. */
    Optional<byte[]> output(List<String> command, int limit) {
        try {
            Ended ended = run(create(command).withUser("0"), limit);
            return ended.exitCode.map(code -> ended.output.bytes());
        } catch (DockerException refused) {
            return Optional.empty();
        }
    }

    /** What the container printed since it started: all of it, or the first and the last lines of a flood. */
    List<String> log() {
        Output start = read(logRequest());
        List<String> lines = new ArrayList<>(start.lines());
        if (start.isFull()) {
            lines.add("[cut here; the last lines:]");
            lines.addAll(read(logRequest().withTail(LAST_LINES)).lines());
        }
        return lines;
    }

    private LogContainerCmd logRequest() {
        return client.logContainerCmd(container).withStdOut(true).withStdErr(true);
    }

    private static Output read(LogContainerCmd request) {
        Output output = request.exec(new Output(LOG_BYTES));
        output.endsInTime();
        return output;
    }

    private ExecCreateCmd create(List<String> command) {
        return client.execCreateCmd(container)
                .withCmd(command.toArray(String[]::new))
                .withAttachStdout(true);
    }

    private Ended run(ExecCreateCmd command, int limit) {
        String id = command.exec().getId();
        Output output = client.execStartCmd(id).exec(new Output(limit));
        boolean whole = output.endsInTime() && !output.isFull();
        Long exitCode = client.inspectExecCmd(id).exec().getExitCodeLong();
        return new Ended(output, Optional.ofNullable(exitCode).filter(code -> whole));
    }

    /** What is printed, up to a limit; nothing is read beyond it. */
    private static final class Output extends ResultCallback.Adapter<Frame> {
        private final int limit;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean full;

        Output(int limit) {
            this.limit = limit;
        }

        @Override
        public synchronized void onNext(Frame frame) {
            int room = limit - bytes.size();
            bytes.write(frame.getPayload(), 0, Math.min(room, frame.getPayload().length));
            if (frame.getPayload().length > room) {
                full = true;
                try {
                    close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        boolean endsInTime() {
            try {
                return awaitCompletion(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a container's output was read", cut);
            }
        }

        synchronized boolean isFull() {
            return full;
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }

        synchronized List<String> lines() {
            return bytes.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Cut.within(Unseen.blanked(line), LONGEST_LINE))
                    .toList();
        }
    }
}
