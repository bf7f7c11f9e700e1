package multistage.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import multistage.outcome.Judged;
import multistage.words.Language;

/** The files that a run leaves: the answers, and its row in the table of engines. */
public final class Report {
    private final AnswersFolder answers;
    private final Path row;
    private final Language language;

    /**
     * @param folder where they lie: {@code answers/} and {@code figures.md}
     * @param language the run's, which the page shows first
     */
    public Report(Path folder, Language language) {
        this.answers = new AnswersFolder(folder.resolve("answers"));
        this.row = folder.resolve("figures.md");
        this.language = language;
    }

    /** Removes what an earlier run left, lest it pass for this one's. */
    public void forget() {
        answers.empty();
        try {
            Files.deleteIfExists(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the answers and the row; returns where the page lies. */
    public Path write(Judged judged) {
        answers.write(Rendering.files(judged, language));
        try {
            Files.write(row, EngineRow.lines(judged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers.path().resolve("index.html");
    }
}
