package multistage.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For tests: which commands the runner of GitHub Actions takes from what a step prints, as its ActionCommand finds them. */
public final class GitHubRunner {
    private static final Pattern COMMAND = Pattern.compile("\\s*::(?<name>[^: ]+)(?<properties> .*?)?::(?<data>.*)");
    private static final Pattern OLDER = Pattern.compile(".*?##\\[(?<name>[^] ]+)(?<properties> [^]]*)?](?<data>.*)");
    private static final Set<String> KNOWN =
            Set.of("error", "warning", "notice", "add-mask", "set-output", "stop-commands");

    private Optional<String> token = Optional.empty();

    private GitHubRunner() {}

    /** Those that it obeys, unescaped, with their names before a colon: {@code error: file=a,line=1 what was found}. */
    public static List<String> obeyed(List<String> printed) {
        GitHubRunner runner = new GitHubRunner();
        List<String> obeyed = new ArrayList<>();
        printed.stream()
                .flatMap(String::lines)
                .forEach(line -> runner.read(line).ifPresent(obeyed::add));
        return obeyed;
    }

    private Optional<String> read(String line) {
        return find(COMMAND, line).or(() -> find(OLDER, line)).flatMap(this::obey);
    }

    private Optional<Matcher> find(Pattern form, String line) {
        return Optional.of(form.matcher(line))
                .filter(Matcher::matches)
                .filter(found -> KNOWN.contains(found.group("name")) || token.equals(Optional.of(found.group("name"))));
    }

    private Optional<String> obey(Matcher command) {
        if (token.isPresent()) {
            token = token.filter(resume -> !resume.equals(command.group("name")));
            return Optional.empty();
        }
        if (command.group("name").equals("stop-commands")) {
            token = Optional.of(command.group("data"));
            return Optional.empty();
        }
        String properties = Optional.ofNullable(command.group("properties")).orElse("");
        return Optional.of(
                command.group("name") + ":" + unescaped(properties) + " " + unescaped(command.group("data")));
    }

    private static String unescaped(String text) {
        return text.replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%25", "%");
    }
}
