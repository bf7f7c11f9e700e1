package multistage.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit that is checked out in a folder, as git describes it, {@code -dirty} behind it where files differ. */
final class Checkout {
    private static final int SECONDS = 2;

    private Checkout() {}

    /** Empty where there is no git, where the folder is no checkout's top, or where git takes too long. */
    static Optional<String> commit(Path folder) {
        Path top = folder.toAbsolutePath().normalize();
        ProcessBuilder git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=12")
                .directory(top.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // a folder inside another project's checkout is none of that project
        git.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(top.getParent()));
        git.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process running = git.start();
            running.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late -> running.destroyForcibly());
            String printed = new String(running.getInputStream().readNBytes(100), StandardCharsets.US_ASCII).strip();
            return Optional.of(printed).filter(commit -> commit.matches("[0-9a-f]{12,64}(-dirty)?"));
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
