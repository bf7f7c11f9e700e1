package multistage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import multistage.baseline.Gate;
import multistage.console.BaselineSummary;
import multistage.console.Summary;
import multistage.facts.Facts;
import multistage.facts.FactsJson;
import multistage.outcome.Judged;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a run. */
class ReadmeTest {
    private static final MarkdownFile README = MarkdownFile.read(Path.of("README.md"));
    private static final String COMMITTED = "docs/answers/facts.json";

    @Test
    void theEndOfARunIsThatOfTheOneWhoseAnswersAreCommitted(@TempDir Path folder) throws IOException {
        Judged judged = new FactsJson().read(Files.readString(Path.of(COMMITTED)), Judged.class);

        assertThat(README.shown())
                .filteredOn(shown -> shown.of().equals(COMMITTED))
                .singleElement()
                .satisfies(shown -> shown.assertIs(endOf(judged, folder)));
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
}
