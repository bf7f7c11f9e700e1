package multistage.documents;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there: other documents, headings, files, tests and wrong demos. */
class LinksTest {
    /** Not as the end of a pattern: {@code *Page*IT}. */
    private static final Pattern TEST = Pattern.compile("(?<![\\w*])[A-Z][A-Za-z0-9]*[a-z](?:Test|IT)\\b(?!\\*)");

    private static final Pattern FILE = Pattern.compile("(?<![\\w./-])(?:docker|docs|src|\\.ci)/[\\w./-]+");
    /** The last cell of a row. */
    private static final Pattern TESTED_BY = Pattern.compile("(?m)(?<=\\| )`[^|]*`(?= \\|$)");

    static Stream<MarkdownFile> all() {
        return MarkdownFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLinkLeadsToAFileAndToAHeadingOfIt(MarkdownFile document) {
        assertThat(document.links()).filteredOn(link -> !link.contains("://")).allSatisfy(link -> {
            String[] place = link.split("#", 2);
            Path target = place[0].isEmpty()
                    ? document.file()
                    : document.file().resolveSibling(place[0]).normalize();
            assertThat(target).exists();
            if (place.length > 1) {
                assertThat(MarkdownFile.read(target).anchors()).as(link).contains(place[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTestThatIsNamedIsThere(MarkdownFile document) throws IOException {
        assertThat(document.found(TEST)).filteredOn(not(classes()::contains)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFileThatIsNamedIsThere(MarkdownFile document) {
        assertThat(document.code().stream()
                        .flatMap(code -> FILE.matcher(code).results())
                        .map(found -> Path.of(found.group())))
                .filteredOn(file -> !Files.exists(file))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsShownIsOfAFileOrAWrongDemo(MarkdownFile document) {
        assertThat(document.shown()).allSatisfy(shown -> {
            String of = shown.of().split(", ")[0];
            assertThat(Files.exists(Path.of(of))
                            || Files.exists(Path.of("src", "test", "resources").resolve(of)))
                    .as(of)
                    .isTrue();
        });
    }

    @Test
    void whatIsHeldOffIsTestedByATestOrAWrongDemo() throws IOException {
        Set<String> known = classes();
        try (Stream<Path> demos = Files.list(Path.of("src", "test", "resources", "wrong-demos"))) {
            demos.map(demo -> demo.getFileName().toString()).forEach(known::add);
        }

        assertThat(MarkdownFile.read(Path.of("docs", "security.md"))
                        .found(TESTED_BY)
                        .flatMap(cell -> Pattern.compile("(?<=`)[\\w-]+(?=`)")
                                .matcher(cell)
                                .results())
                        .map(found -> found.group()))
                .isNotEmpty()
                .filteredOn(not(known::contains))
                .isEmpty();
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
