package multistage.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A document of the project, in Markdown.
 *
 * @param file where it lies
 * @param text all of it
 */
public record MarkdownFile(Path file, String text) {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    /** Output that is shown: a comment that says of what it is, which no reader sees, and a fenced block. */
    private static final Pattern SHOWN =
            Pattern.compile("(?s)(?<=<!-- shown: ([^>\n]{1,99}) -->\n```\n)(.*?)(?=```\n)");

    /** The README, how to contribute, and all of docs/. */
    public static List<MarkdownFile> all() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(MarkdownFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That file, relative to the project. */
    public static MarkdownFile read(Path file) {
        try {
            return new MarkdownFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The output that it shows, by what that is of. */
    public List<ShownOutput> shown() {
        return SHOWN.matcher(text)
                .results()
                .map(found -> new ShownOutput(this, found.group(1), found.group(2)))
                .toList();
    }

    /** The same document with other lines in the place of what it shows of that. */
    String showing(String of, List<String> lines) {
        String shown = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        return SHOWN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals(of) ? shown : found.group(2)));
    }

    /** What matches in all of its text. */
    Stream<String> found(Pattern pattern) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    /** Where its links and pictures lead. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        parse(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
                visitChildren(image);
            }
        });
        return links;
    }

    /** What it marks as code within its sentences. */
    List<String> code() {
        List<String> code = new ArrayList<>();
        parse(new AbstractVisitor() {
            @Override
            public void visit(Code span) {
                code.add(span.getLiteral());
            }
        });
        return code;
    }

    /** The names by which links lead to its headings, as GitHub makes them. */
    Set<String> anchors() {
        List<String> anchors = new ArrayList<>();
        parse(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchors.add(words(heading)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'));
            }
        });
        return Set.copyOf(anchors);
    }

    private void parse(AbstractVisitor visitor) {
        PARSER.parse(text).accept(visitor);
    }

    private static String words(Node heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
