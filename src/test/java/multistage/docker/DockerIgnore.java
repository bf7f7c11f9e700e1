package multistage.docker;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Amount;
import multistage.facts.Message;

/**
 * What a demo's folder says is not to be sent: {@code <Dockerfile>.dockerignore} or, where there is none, {@code
 * .dockerignore}. Its patterns match as moby/patternmatcher has them match, in linear time.
 */
final class DockerIgnore {
    private static final int MOST_BYTES = 20_000;

    private final String name;
    private final List<Rule> rules;

    private record Rule(boolean exception, Pattern pattern) {}

    private DockerIgnore(String name, List<Rule> rules) {
        this.name = name;
        this.rules = rules;
    }

    /** The one in that folder, whose name may not lead out of it, for that Dockerfile. */
    static DockerIgnore in(Path folder, String dockerfile) {
        return Stream.of(dockerfile + ".dockerignore", ".dockerignore")
                .filter(name -> isIn(folder, name))
                .findFirst()
                .map(name -> parse(name, read(folder.resolve(name))))
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

    /** How the file is called, or would be. */
    String name() {
        return name;
    }

    /** Which rules match a path, by those that match the folder that it lies in; none of the folder itself. */
    boolean[] match(String path, boolean[] folder) {
        boolean[] matching = new boolean[rules.size()];
        boolean ignored = false;
        for (int i = 0; i < matching.length; i++) {
            Rule rule = rules.get(i);
            // one that could change nothing is not looked at, and so is not handed down: as BuildKit does it
            matching[i] = folder.length > 0 && folder[i]
                    || rule.exception() == ignored && rule.pattern().matches(path);
            ignored = matching[i] ? !rule.exception() : ignored;
        }
        return matching;
    }

    /** Whether what those rules match is ignored: the last of them decides. */
    boolean ignores(boolean[] matching) {
        boolean ignored = false;
        for (int i = 0; i < matching.length; i++) {
            ignored = matching[i] ? !rules.get(i).exception() : ignored;
        }
        return ignored;
    }

    /** Whether what lies in an ignored folder may be sent all the same. */
    boolean hasExceptions() {
        return rules.stream().anyMatch(Rule::exception);
    }

    private static Pattern pattern(String written) {
        String text = Stream.of(written.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
        if (written.isEmpty() || text.matches("(?:.*[^\\\\])?(?:\\\\\\\\)*\\\\")) {
            throw new PatternSyntaxException("nothing, or nothing behind a backslash", written);
        }
        StringBuilder expression = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inClass || c == '[') {
                inClass = c != ']';
                expression.append(c);
            } else if (text.startsWith("**", i)) {
                i += text.startsWith("**/", i) ? 2 : 1;
                expression.append(i + 1 == text.length() ? ".*" : "(.*/)?");
            } else if (c == '*' || c == '?') {
                expression.append(c == '*' ? "[^/]*" : "[^/]");
            } else {
                expression.append(Pattern.quote(String.valueOf(c == '\\' ? text.charAt(++i) : c)));
            }
        }
        return Pattern.compile("(?s)" + expression);
    }

    private static boolean isIn(Path folder, String name) {
        try {
            Path real = folder.resolve(name).toRealPath();
            return real.startsWith(folder) && Files.isRegularFile(real);
        } catch (IOException none) {
            return false;
        }
    }

    private static String read(Path file) {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BuildRefused(Message.of("%s is longer than %s", name, Amount.bytes(MOST_BYTES)));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BuildRefused(Message.of("%s cannot be read: %s", name, SafeLine.of(e.toString())), e);
        }
    }
}
