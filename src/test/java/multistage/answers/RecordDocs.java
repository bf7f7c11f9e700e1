package multistage.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Javadoc of records says of them and of their components, read from their sources. */
final class RecordDocs {
    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final Pattern MARKUP = Pattern.compile("\\{@(?:code|link) #?([^}]*)}");
    private static final Pattern STARS = Pattern.compile("(?m)^\\s*\\*? ?");

    /** The description of a record or an enum. */
    String of(Class<?> type) {
        return plain(comment(type).split("(?m)^\\s*\\* @param ", 2)[0]);
    }

    /**
     * The description of a record's component.
     *
     * @throws IllegalArgumentException when there is none: what facts.json holds is to be described
     */
    String of(Class<?> type, String component) {
        Matcher described = Pattern.compile("@param " + component + "\\s+(.*?)(?=\\s*\\* @|\\z)", Pattern.DOTALL)
                .matcher(comment(type));
        if (!described.find()) {
            throw new IllegalArgumentException(type.getName() + " does not describe its component " + component);
        }
        return plain(described.group(1));
    }

    private static String comment(Class<?> type) {
        String kind = type.isEnum() ? "enum" : "record";
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public |private )?" + kind + " " + type.getSimpleName()
                                + "\\b",
                        Pattern.DOTALL)
                .matcher(source(type));
        if (!comment.find()) {
            throw new IllegalArgumentException(type.getName() + " has no Javadoc");
        }
        return comment.group(1);
    }

    private static String source(Class<?> type) {
        String outermost = type.getName().replaceFirst("\\$.*", "");
        try {
            return Files.readString(SOURCES.resolve(outermost.replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String comment) {
        String oneLine =
                STARS.matcher(comment).replaceAll(" ").replaceAll("\\s+", " ").strip();
        return MARKUP.matcher(oneLine).replaceAll("$1");
    }
}
