package multistage.facts;

import java.util.List;
import java.util.Optional;

/**
 * The program that an image runs, read as an ELF file.
 *
 * @param variant whose program it is
 * @param path where it lies in the image
 * @param bytes its size
 * @param interpreter the dynamic loader that it asks for; none when it is static
 * @param neededLibraries the shared libraries that it asks for; none when it is static
 * @param symbolTables its sections of symbols and debug information; none when it is stripped
 * @param buildPaths absolute paths of source files left in it, the first few
 * @param goVersion the version of Go that made it, {@code go1.23.12}; none in a program that Go did not make
 */
public record Executable(
        Variant variant,
        String path,
        long bytes,
        Optional<String> interpreter,
        List<String> neededLibraries,
        List<String> symbolTables,
        List<String> buildPaths,
        Optional<String> goVersion) {

    public Executable {
        neededLibraries = List.copyOf(neededLibraries);
        symbolTables = List.copyOf(symbolTables);
        buildPaths = List.copyOf(buildPaths);
    }
}
