package multistage.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Asks git for the state of a folder: which commit was checked out there, and whether files differ from it. */
final class Checkout {
    private static final List<String> DESCRIBE =
            List.of("git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=12");
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{12,64}(?:-dirty)?");
    private static final int LONGEST = 100;

    private Checkout() {}

    /** Nothing where there is no git, where the folder is no checkout's top, or where git takes too long. */
    static Optional<String> commit(Path folder) {
        return commit(folder, DESCRIBE, LIMIT);
    }

    static Optional<String> commit(Path folder, List<String> command, Duration limit) {
        ProcessBuilder asking = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // A folder inside another project's checkout is none of that project, and other users' locks are left alone.
        asking.environment().put("GIT_CEILING_DIRECTORIES", ceiling(folder));
        asking.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            return answer(asking.start(), limit);
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    private static String ceiling(Path folder) {
        Path above = folder.toAbsolutePath().normalize().getParent();
        return above == null ? "" : above.toString();
    }

    private static Optional<String> answer(Process git, Duration limit) throws IOException {
        try {
            if (!git.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || git.exitValue() != 0) {
                return Optional.empty();
            }
            byte[] printed = git.getInputStream().readNBytes(LONGEST);
            return Optional.of(new String(printed, StandardCharsets.UTF_8).strip())
                    .filter(commit -> COMMIT.matcher(commit).matches());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git was asked for the project's commit", e);
        } finally {
            git.destroyForcibly();
        }
    }
}
