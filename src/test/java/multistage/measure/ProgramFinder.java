package multistage.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Config;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Message;
import multistage.facts.Variant;

/** Finds the program that an image runs or was meant to run, and reads it. */
final class ProgramFinder {
    /** That of the lesson takes 5 MB; two are in memory at a time. */
    private static final int LARGEST = 50_000_000;

    private static final String USUAL = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** A shell's line begins with the program; brackets in single quotes, which are no JSON, make such a line too. */
    private static final Pattern SHELL_LINE =
            Pattern.compile("\\s*(?:exec\\s+|\\[\\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\\s\\]]*))");

    private ProgramFinder() {}

    /**
     * Empty when the image holds no program that it would run.
     *
     * @param contents where they were read: links to folders lead to where the program lies, and a program may be found by its name
     * @throws IOException when it is not there to be read
     */
    static Optional<Executable> find(
            Variant variant, Config config, ContainerFiles files, Optional<ImageContents> contents) throws IOException {
        if (config.compilesAtStart()) {
            throw new Unreadable(Message.of("go run compiles it at each start, so the image holds none"));
        }
        for (String path : candidates(config, contents.map(ImageContents::content))) {
            String real = contents.map(known -> known.realPath(path)).orElse(path);
            Optional<Executable> program =
                    files.read(real, LARGEST).flatMap(file -> ElfReader.read(variant, file.path(), file.bytes()));
            if (program.isPresent()) {
                return program;
            }
        }
        return Optional.empty();
    }

    /** Absolute paths, the likeliest first. */
    static List<String> candidates(Config config, Optional<Content> content) {
        String word = word(config);
        List<String> paths = new ArrayList<>();
        if (word.isBlank()) {
            return paths;
        }
        if (word.startsWith("/")) {
            paths.add(word);
        } else {
            if (!word.contains("/")) {
                path(config).map(folder -> folder + "/" + word).forEach(paths::add);
            }
            paths.add(config.workingDirectory() + "/" + word);
        }
        String name = "/" + word.substring(word.lastIndexOf('/') + 1);
        List<String> namesakes = content.stream()
                .flatMap(known -> known.files().stream())
                .filter(file -> file.kind() == Content.Kind.FILE)
                .map(Content.Entry::path)
                .filter(path -> path.endsWith(name))
                .limit(2)
                .toList();
        if (namesakes.size() == 1) {
            paths.addAll(namesakes);
        }
        return paths;
    }

    /** The program as the command line names it; of one in shell form, as the shell's line does. */
    private static String word(Config config) {
        List<String> words = config.commandLine();
        boolean shellForm =
                words.size() >= 3 && words.get(0).endsWith("sh") && words.get(1).equals("-c");
        Matcher line = SHELL_LINE.matcher(shellForm ? words.get(2) : "");
        if (shellForm && line.lookingAt()) {
            return Stream.of(line.group(1), line.group(2), line.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
        return words.isEmpty() ? "" : words.get(0);
    }

    private static Stream<String> path(Config config) {
        String path = config.env().stream()
                .filter(variable -> variable.startsWith("PATH="))
                .findFirst()
                .orElse(USUAL);
        return Stream.of(path.substring("PATH=".length()).split(":")).filter(folder -> folder.startsWith("/"));
    }
}
