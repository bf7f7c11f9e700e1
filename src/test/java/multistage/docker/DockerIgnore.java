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
import multistage.facts.NotMeasured;

/**
 * What a demo's folder says is not to be sent: {@code <Dockerfile>.dockerignore} or, where there is none, {@code
 * .dockerignore}. Its patterns match as Docker has them match, in linear time.
 *
 * @param name how the file is called, or would be
 */
record DockerIgnore(String name, List<Rule> rules) {
    private static final int MOST_BYTES = 20_000;

    /** What stands for itself in a pattern, or for something else; what is left over is malformed, in an expression too. */
    private static final java.util.regex.Pattern TOKEN =
            java.util.regex.Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?|\\[[^\\]]+]|\\\\(.)|[^*?\\[\\\\]+");

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
                throw new NotMeasured(Message.of(
                        "%s, line %s: Docker takes this for no pattern: %s",
                        name, String.valueOf(i + 1), SafeLine.of(line)));
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
        String expression = TOKEN.matcher(text)
                .replaceAll(token -> java.util.regex.Matcher.quoteReplacement(
                        switch (token.group()) {
                            case "**/" -> "(.*/)?";
                            case "**" -> ".*";
                            case "*" -> "[^/]*";
                            case "?" -> "[^/]";
                            default ->
                                token.group().startsWith("[")
                                        ? token.group()
                                        : Pattern.quote(token.group(1) == null ? token.group() : token.group(1));
                        }));
        return Pattern.compile("(?s)" + expression + "(/.*)?");
    }
}
