package multistage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.baseline.Gate;
import multistage.console.BaselineSummary;
import multistage.console.Summary;
import multistage.facts.Facts;
import multistage.facts.FactsJson;
import multistage.outcome.Judged;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a run, and the options that it names. */
class ReadmeTest {
    private static final MarkdownFile README = MarkdownFile.read(Path.of("README.md"));
    private static final String COMMITTED = "docs/answers/facts.json";

    private static final Pattern OPTION = Pattern.compile("(?m)(?<=^\\| `-D)[a-z.]+");
    private static final Pattern READ =
            Pattern.compile("(?:getProperty\\(|option\\.apply\\(|number\\(option, )\"(?!java|user|os)([a-z.]+)\"");

    @Test
    void theEndOfARunIsThatOfTheOneWhoseAnswersAreCommitted(@TempDir Path folder) throws IOException {
        Judged judged = new FactsJson().read(Files.readString(Path.of(COMMITTED)), Judged.class);

        assertThat(README.shown())
                .filteredOn(shown -> shown.of().equals(COMMITTED))
                .singleElement()
                .satisfies(shown -> shown.assertIs(endOf(judged, folder)));
    }

    @Test
    void itNamesTheOptionsThatARunReadsAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>(Set.of("test")); // Surefire's own
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java", "multistage"))) {
            sources.filter(ReadmeTest::isUsedByARun)
                    .flatMap(source -> READ.matcher(text(source)).results())
                    .forEach(found -> read.add(found.group(1)));
        }

        assertThat(README.found(OPTION)).containsExactlyInAnyOrderElementsOf(read);
    }

    private static List<String> endOf(Judged judged, Path folder) {
        Facts facts = judged.facts();
        List<String> lines = new ArrayList<>(Summary.brief(Language.ENGLISH).lines(judged));
        lines.add("");
        lines.add(new BaselineSummary(Language.ENGLISH)
                .line(Gate.of(Path.of("docker", "baseline.json"), folder.resolve("baseline.json"), null, null)
                        .judge(facts)));
        lines.add("Answers: target/answers/index.html");
        return lines;
    }

    private static boolean isUsedByARun(Path source) {
        return source.toString().matches(".*(?<!Test|IT)\\.java")
                && !source.toString().matches(".*/(fixtures|proof|browser)/.*");
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
