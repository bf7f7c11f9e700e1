package multistage.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that this machine has on its PATH. */
final class Installed {
    private Installed() {}

    /** The first of these names that is there. */
    static Optional<Path> first(String... names) {
        return Stream.of(names).flatMap(name -> find(name).stream()).findFirst();
    }

    private static Optional<Path> find(String name) {
        return folders().stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> folders() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
    }
}
