package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import multistage.answers.fixtures.Golden;
import multistage.facts.FactsJson;
import multistage.outcome.Judged;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

/** The answers in docs/ are those of the facts beside them: made by today's templates and in today's words. */
class CommittedAnswersTest {
    private static final Path FOLDER = Path.of("docs", "answers");

    @Test
    void everyFileIsWhatTheFactsBesideItGive() throws IOException {
        Judged judged = new FactsJson().read(Files.readString(FOLDER.resolve("facts.json")), Judged.class);

        Rendering.files(judged, Language.ENGLISH)
                .forEach((name, text) -> Golden.assertMatches(FOLDER.resolve(name), text));
    }

    @Test
    void theReadmeShowsThePictureAndLeadsToEveryForm() {
        assertThat(Path.of("README.md"))
                .content()
                .contains("(docs/answers/picture-en.svg)")
                .contains("(docs/answers/answers.md)", "(docs/answers/reponses.md)", "(docs/answers/index.html)")
                .contains("(docs/facts.schema.json)");
    }
}
