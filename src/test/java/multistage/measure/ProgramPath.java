package multistage.measure;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.archive.Paths;
import multistage.facts.Config;

/** Where the program that an image runs may lie, told from how it is to be run. */
final class ProgramPath {
    private static final String USUAL = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** What a shell is to do begins with the program, in quotes perhaps, perhaps after exec. */
    private static final Pattern SHELL_LINE =
            Pattern.compile("\\s*(?:exec\\s+)?(?:\"([^\"]*)\"|'([^']*)'|(\\S*)).*", Pattern.DOTALL);

    private ProgramPath() {}

    /** Absolute paths, the likeliest first. */
    static List<String> candidates(Config config) {
        return config.commandLine().stream()
                .findFirst()
                .map(word -> isShellForm(config) ? inShellForm(config) : word)
                .filter(word -> !word.isBlank())
                .map(word -> candidates(word, config))
                .orElse(List.of());
    }

    private static List<String> candidates(String word, Config config) {
        if (word.startsWith("/")) {
            return List.of(Paths.absolute(word));
        }
        if (word.contains("/")) {
            return List.of(Paths.absolute(config.workingDirectory() + "/" + word));
        }
        String path = config.env().stream()
                .filter(variable -> variable.startsWith("PATH="))
                .findFirst()
                .orElse(USUAL);
        return Stream.of(path.substring("PATH=".length()).split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Paths.absolute(folder + "/" + word))
                .toList();
    }

    /** ENTRYPOINT program, not in brackets: the engine starts a shell, which starts the program. */
    private static boolean isShellForm(Config config) {
        List<String> words = config.commandLine();
        return words.size() >= 3 && words.get(0).endsWith("sh") && words.get(1).equals("-c");
    }

    private static String inShellForm(Config config) {
        return SHELL_LINE.matcher(config.commandLine().get(2)).replaceFirst("$1$2$3");
    }
}
