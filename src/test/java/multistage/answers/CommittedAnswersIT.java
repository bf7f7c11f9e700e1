package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import multistage.answers.fixtures.Drift;
import multistage.facts.FactsJson;
import multistage.outcome.Judged;
import org.junit.jupiter.api.Test;

/** The answers in docs/, which the README shows, against what the claims of this very {@code mvn verify} were judged on. */
class CommittedAnswersIT {
    @Test
    void theCommittedAnswersAreStillWhatIsMeasured() throws IOException {
        Path measured = Path.of("target", "answers", "facts.json");
        assumeThat(measured).as("the claims have not run").exists();
        Judged committed = read(Path.of("docs", "answers", "facts.json"));
        Judged now = read(measured);
        assumeThat(Drift.isComparable(committed, now))
                .as("the committed answers are of another base image, or of an engine that counts otherwise")
                .isTrue();

        assertThat(Drift.between(committed, now))
                .as(
                        "what has moved; docker/with-engine mvn test -Dlang=en && cp target/answers/* docs/answers/ renews them")
                .isEmpty();
    }

    private static Judged read(Path file) throws IOException {
        return new FactsJson().read(Files.readString(file), Judged.class);
    }
}
