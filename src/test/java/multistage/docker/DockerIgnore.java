package multistage.docker;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Message;

/**
 * What a demo's folder says is not to be sent: {@code <Dockerfile>.dockerignore} or, where there is none, {@code
 * .dockerignore}. Its patterns match as Docker has them match, in linear time.
 *
 * @param name how the file is called, or would be
 */
record DockerIgnore(String name, List<Rule> rules) {
    private static final int MOST_BYTES = 20_000;

    /** A pattern, and whether it says of what it matches that it is not ignored after all. */
    record Rule(boolean exception, Pattern pattern) {}

    /** The one in that folder, whose name may not lead out of it, for that Dockerfile. */
    static DockerIgnore in(Path folder, String dockerfile) {
        return Stream.of(dockerfile + ".dockerignore", ".dockerignore")
                .filter(name -> BuildContext.holds(folder, name))
                .findFirst()
                .map(name -> parse(
                        name, new String(BuildContext.read(folder.resolve(name), MOST_BYTES), StandardCharsets.UTF_8)))
                .orElseGet(() -> new DockerIgnore(".dockerignore", List.of()));
    }

    static DockerIgnore parse(String name, String text) {
        List<Rule> rules = new ArrayList<>();
        String[] lines = text.replaceFirst("^\uFEFF", "").split("\n");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (lines[i].startsWith("#") || line.isEmpty()) {
                continue;
            }
            boolean exception = line.startsWith("!");
            try {
                rules.add(new Rule(exception, pattern((exception ? line.substring(1) : line).strip())));
            } catch (PatternSyntaxException malformed) {
                throw new BuildRefused(
                        Message.of(
                                "%s, line %s: Docker takes this for no pattern: %s",
                                name, String.valueOf(i + 1), SafeLine.of(line)),
                        malformed);
            }
        }
        return new DockerIgnore(name, List.copyOf(rules));
    }

    /** Whether a path is ignored: the last that matches it, or a folder that it lies in, decides. */
    boolean ignores(String path) {
        return rules.stream()
                .filter(rule -> rule.pattern().matches(path))
                .reduce((one, later) -> later)
                .filter(rule -> !rule.exception())
                .isPresent();
    }

    /** Whether what lies in an ignored folder may be sent all the same. */
    boolean hasExceptions() {
        return rules.stream().anyMatch(Rule::exception);
    }

    private static Pattern pattern(String written) {
        String text = Stream.of(written.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
        if (written.isEmpty()) {
            throw new PatternSyntaxException("there is none", written);
        }
        StringBuilder expression = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inClass || c == '[') {
                inClass = c != ']';
                expression.append(c);
            } else if (text.startsWith("**", i)) {
                boolean folders = text.startsWith("**/", i);
                expression.append(folders ? "(.*/)?" : ".*");
                i += folders ? 2 : 1;
            } else if (c == '*' || c == '?') {
                expression.append(c == '*' ? "[^/]*" : "[^/]");
            } else if (c != '\\') {
                expression.append(Pattern.quote(String.valueOf(c)));
            } else if (++i < text.length()) {
                expression.append(Pattern.quote(String.valueOf(text.charAt(i))));
            } else {
                throw new PatternSyntaxException("nothing stands behind its backslash", written);
            }
        }
        return Pattern.compile("(?s)" + expression + "(/.*)?");
    }
}
