package multistage.answers.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A reader's bash in the folder {@code docker}. */
final class Shell {
    /** A command as it was typed, how it ended, and what it printed in all. */
    record Typed(String command, int exitCode, String printed) {}

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path output;
    private final String engine;

    /**
     * @param folder where what a command prints may lie while it runs
     * @param engine the engine that docker commands are for, as a DOCKER_HOST is written
     */
    Shell(Path folder, String engine) {
        this.output = folder.resolve("printed");
        this.engine = engine;
    }

    /** Whether a command ends well, whatever it prints. */
    boolean succeeds(String command) {
        return type(command).exitCode() == 0;
    }

    /** @throws IllegalStateException when it does not end */
    Typed type(String command) {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", command)
                .directory(Path.of("docker").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("DOCKER_HOST", engine);
        try {
            Process process = bash.start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("%s did not end within %d s; it printed: %s"
                        .formatted(command, LIMIT.toSeconds(), Files.readString(output)));
            }
            return new Typed(command, process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run bash, which is to run: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while this ran: " + command, e);
        }
    }
}
