package multistage.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import multistage.facts.Facts;
import multistage.facts.FactsJson;

/** The files that a run leaves: its facts, and its row in the table of engines. */
public final class Report {
    private final Path facts;
    private final Path row;

    /** @param folder where they lie, {@code facts.json} and {@code figures.md} */
    public Report(Path folder) {
        this.facts = folder.resolve("facts.json");
        this.row = folder.resolve("figures.md");
    }

    /** Removes what an earlier run left, lest it pass for this one's. */
    public void forget() {
        try {
            Files.deleteIfExists(facts);
            Files.deleteIfExists(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what was measured, and what the claims made of it. */
    public void write(Facts measured, List<Outcome> outcomes) {
        try {
            Files.createDirectories(facts.toAbsolutePath().getParent());
            Files.writeString(facts, new FactsJson().write(measured));
            Files.write(row, EngineRow.lines(measured, outcomes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
