package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.LogContainerCmd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what a container printed since it started: all of it, or the first and the last lines of a flood. */
final class LogReader {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int BYTES = 64 * 1024;
    private static final int LAST_LINES = 30;

    private final DockerClient client;

    LogReader(DockerClient client) {
        this.client = client;
    }

    List<String> read(String container) {
        BoundedOutput fromTheStart = read(request(container));
        List<String> lines = new ArrayList<>(fromTheStart.lines());
        if (fromTheStart.isFull()) {
            lines.add("[cut here; the last lines:]");
            lines.addAll(read(request(container).withTail(LAST_LINES)).lines());
        }
        return lines;
    }

    private LogContainerCmd request(String container) {
        return client.logContainerCmd(container).withStdOut(true).withStdErr(true);
    }

    private static BoundedOutput read(LogContainerCmd request) {
        BoundedOutput output = request.exec(new BoundedOutput(BYTES));
        output.endsWithin(LIMIT);
        return output;
    }
}
