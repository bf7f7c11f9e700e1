package multistage.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit that is checked out in a folder, as git describes it, {@code -dirty} behind it where files differ. */
final class Checkout {
    static final List<String> DESCRIBE =
            List.of("git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=12");
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private Checkout() {}

    /** Empty where there is no git, where the folder is no checkout's top, or where git takes too long. */
    static Optional<String> commit(Path folder) {
        return commit(folder.toAbsolutePath().normalize(), DESCRIBE, LIMIT);
    }

    static Optional<String> commit(Path folder, List<String> command, Duration limit) {
        ProcessBuilder git =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // a folder inside another project's checkout is none of that project
        git.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(folder.getParent()));
        git.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process running = git.start();
            running.onExit()
                    .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(late -> running.destroyForcibly());
            String printed = new String(running.getInputStream().readNBytes(100), StandardCharsets.US_ASCII).strip();
            return Optional.of(printed).filter(commit -> commit.matches("[0-9a-f]{12,64}(-dirty)?"));
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
