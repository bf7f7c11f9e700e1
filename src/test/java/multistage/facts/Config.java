package multistage.facts;

import java.util.List;
import java.util.stream.Stream;

/**
 * How an image is to be run. The committed baseline holds it too: with another component, an update writes that anew.
 *
 * @param entrypoint ENTRYPOINT, empty when there is none
 * @param command CMD, empty when there is none
 * @param exposedPorts EXPOSE, as {@code 8080/tcp}
 * @param user USER, empty for root
 * @param env ENV, as {@code NAME=value}
 * @param workingDirectory WORKDIR, empty for the root folder
 */
public record Config(
        List<String> entrypoint,
        List<String> command,
        List<String> exposedPorts,
        String user,
        List<String> env,
        String workingDirectory) {

    public Config {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        exposedPorts = List.copyOf(exposedPorts);
        env = List.copyOf(env);
    }

    /** What is run: ENTRYPOINT, and CMD behind it. */
    public List<String> commandLine() {
        return Stream.concat(entrypoint.stream(), command.stream()).toList();
    }

    /** Whether it compiles its program at each start, as {@code go run} does: then the image holds none. */
    public boolean compilesAtStart() {
        String words = " " + String.join(" ", commandLine()).replaceAll("[^\\w./-]+", " ") + " ";
        return words.contains(" go run ") || words.contains("/go run ");
    }
}
