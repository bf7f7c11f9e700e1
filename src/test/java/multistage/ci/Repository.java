package multistage.ci;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder as the repository that it lies in calls it, which is how CI systems name files. */
public final class Repository {
    private static final String VERSION_CONTROL = ".git";

    private Repository() {}

    /** Its path from the repository's top, with slashes; empty for the top itself, and the folder's own name where there is none. */
    public static String pathOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path top = absolute; top != null; top = top.getParent()) {
            if (Files.exists(top.resolve(VERSION_CONTROL))) {
                return top.relativize(absolute).toString().replace('\\', '/');
            }
        }
        return String.valueOf(absolute.getFileName());
    }
}
