package multistage.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of messages as they stand in the sources, for tests: where one is made, its form is a literal. */
final class FormsInSource {
    private static final String PART = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern LITERAL = Pattern.compile(PART + "(?:\\s*\\+\\s*" + PART + ")*");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/|(?m)^\\s*//[^\\n]*");

    /** What takes a form as its first argument, perhaps one of two. */
    private static final Pattern FIRST = Pattern.compile(
            "(?:Message\\.of|failWithMessage|failure)\\(\\s*(?:[^\"(;]|\\([^\"()]*\\)|\\(\"[^\"]*\"\\))*?" + "(?<one>"
                    + LITERAL + ")(?:\\s*:\\s*(?<other>" + LITERAL + "))?");

    /** What takes a form for one and a form for many. */
    private static final Pattern COUNT =
            Pattern.compile("Amount\\.count\\([^;\"]*(?<one>" + LITERAL + "),\\s*(?<other>" + LITERAL + ")");

    private FormsInSource() {}

    /** The forms that messages are made of. */
    static Set<String> made() {
        return sources().stream()
                .flatMap(source -> Stream.of(FIRST, COUNT).flatMap(pattern -> found(pattern, source)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All literals, whatever they are for. */
    static Set<String> literals() {
        return sources().stream()
                .flatMap(source -> LITERAL.matcher(source).results().map(MatchResult::group))
                .map(FormsInSource::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        Stream.Builder<String> found = Stream.builder();
        while (matcher.find()) {
            Stream.of("one", "other")
                    .map(matcher::group)
                    .filter(literal -> literal != null)
                    .map(FormsInSource::value)
                    .forEach(found);
        }
        return found.build();
    }

    /** Of its escapes, those that forms have. */
    private static String value(String literal) {
        return Pattern.compile(PART)
                .matcher(literal)
                .results()
                .map(part -> part.group().substring(1, part.group().length() - 1))
                .map(part -> part.replace("\\n", "\n").replace("\\\"", "\""))
                .collect(Collectors.joining());
    }

    /** All but tests, and but what asserts on the baseline, which those maintain who read English. */
    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java", "multistage"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString()
                            .matches(".*(?<!/(?:Naive|MultiStage)Image|/Comparison)Test\\.java|.*IT\\.java"))
                    .filter(file -> !file.endsWith("BaselineComparisonAssert.java"))
                    .map(FormsInSource::read)
                    .map(text -> COMMENT.matcher(text).replaceAll(""))
                    .map(text -> text.replace("'\"'", "")) // a quote that begins no literal
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
