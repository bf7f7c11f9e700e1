package multistage.measure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Config;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Variant;

/** Finds the program that an image runs or was meant to run, and reads it. */
final class ProgramFinder {
    private static final String USUAL = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final int MOST_FOLDERS = 20;

    private ProgramFinder() {}

    /**
     * Empty when the image holds no program that it would run.
     *
     * @param contents lead through links to where it lies, and tell of one that lies elsewhere under its name
     * @throws NotMeasured when it cannot be read
     */
    static Optional<Executable> find(Variant variant, Config config, ContainerFiles files, ImageContents contents)
            throws IOException {
        if (config.compilesAtStart()) {
            throw new NotMeasured(Message.of("go run compiles it at each start, so the image holds none"));
        }
        for (String path : candidates(config, contents.content())) {
            Optional<Executable> program = files.read(contents.realPath(path))
                    .flatMap(file -> ElfReader.read(variant, file.path(), file.bytes()));
            if (program.isPresent()) {
                return program;
            }
        }
        return Optional.empty();
    }

    /** Absolute paths, the likeliest first; the last is that of the only file of its name, if there is one. */
    static List<String> candidates(Config config, Content content) {
        String word = word(config);
        if (word.isBlank()) {
            return List.of();
        }
        String name = "/" + word.substring(word.lastIndexOf('/') + 1);
        List<String> namesakes = content.entries().stream()
                .filter(entry ->
                        entry.kind() == Content.Kind.FILE && entry.path().endsWith(name))
                .map(Content.Entry::path)
                .toList();
        return Stream.of(
                        word.contains("/")
                                ? Stream.<String>empty()
                                : path(config).map(folder -> folder + name),
                        Stream.of(word.startsWith("/") ? word : config.workingDirectory() + "/" + word),
                        namesakes.stream().filter(only -> namesakes.size() == 1))
                .flatMap(paths -> paths)
                .toList();
    }

    /** The program as the command line names it, or a shell's line: JSON in single quotes, which is none, makes such a line too. */
    private static String word(Config config) {
        List<String> words = config.commandLine();
        if (words.size() >= 3 && words.get(0).endsWith("sh") && words.get(1).equals("-c")) {
            String line = words.get(2).replaceFirst("^\\s*(exec\\s+)?\\[?\\s*[\"']?", "");
            return line.split("[\"'\\s,\\]]", 2)[0];
        }
        return words.isEmpty() ? "" : words.get(0);
    }

    private static Stream<String> path(Config config) {
        String path = config.env().stream()
                .filter(variable -> variable.startsWith("PATH="))
                .findFirst()
                .orElse(USUAL);
        return Stream.of(path.substring("PATH=".length()).split(":"))
                .filter(folder -> folder.startsWith("/"))
                .distinct()
                .limit(MOST_FOLDERS);
    }
}
