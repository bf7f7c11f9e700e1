package multistage.measure;

import java.io.IOException;
import java.util.Optional;
import multistage.facts.Config;
import multistage.facts.Executable;
import multistage.facts.Variant;

/** Reads the program that an image runs. */
final class ExecutableReader {
    /** That of the lesson takes 5 MB; as many are in memory at a time as images are read. */
    private static final long SIZE_LIMIT = 50_000_000;

    private ExecutableReader() {}

    /**
     * Nothing when the image holds no such program, or something else than a program in its place.
     *
     * @throws IOException when it cannot be read
     */
    static Optional<Executable> read(Variant variant, ImageFiles files, Config config) throws IOException {
        for (String path : ProgramPath.candidates(config)) {
            Optional<Executable> program =
                    files.read(path, SIZE_LIMIT).flatMap(bytes -> ElfReader.read(variant, path, bytes));
            if (program.isPresent()) {
                return program;
            }
        }
        return Optional.empty();
    }
}
