package multistage.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.baseline.BaselineComparison;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.FirstLine;
import multistage.words.Language;
import multistage.words.Words;

/** What has moved from the baseline, in words: a line for the console, and a section for the page of a CI job. */
public final class BaselineSummary {
    private static final List<String> COLUMNS = List.of("fact", "before", "now", "change", "allowed", "brought-by");

    private final Words words;

    /** @param language the language of all but what a fact is called, and of a baseline's notes */
    public BaselineSummary(Language language) {
        this.words = Words.read("words", language);
    }

    /** One line: how many facts have moved, what else there is to say, and where a review finds what this run would commit. */
    public String line(BaselineComparison found) {
        boolean differs = !found.rewritten()
                && (!found.changes().isEmpty() || !found.notes().isEmpty());
        String first = found.rewritten() ? words.say("baseline.rewritten", found.baseline()) : title(found);
        return words.say(
                "baseline",
                Stream.of(
                                Stream.of(first),
                                found.notes().stream(),
                                differs ? Stream.of(words.say("baseline.review")) : Stream.<String>empty())
                        .flatMap(some -> some)
                        .reduce((before, after) -> words.say("list", before, after))
                        .orElseThrow());
    }

    /** One line for a run in which nothing could be compared, and why. */
    public String unreadable(String why) {
        return words.say("baseline", FirstLine.of(why));
    }

    /** One line for a run that was to commit, and compared nothing. */
    public String notRewritten() {
        return words.say("baseline", words.say("baseline.not-rewritten"));
    }

    /** The table of what has moved, if anything has. */
    public Optional<Section> section(BaselineComparison found) {
        if (found.changes().isEmpty()) {
            return Optional.empty();
        }
        Table.Builder table = new Table.Builder(Text.plain(title(found)));
        COLUMNS.forEach(column -> table.words(words.say("baseline." + column)));
        found.changes()
                .forEach(change ->
                        table.row(change.cells().stream().map(Text::plain).toArray(Text[]::new)));
        return Optional.of(
                new Section("baseline", words.say("baseline.heading"), List.of(new Block.Tabular(table.build()))));
    }

    private String title(BaselineComparison found) {
        String compared = String.valueOf(found.compared());
        String engine = found.engine().brief();
        return switch (found.changes().size()) {
            case 0 -> words.say("baseline.same", compared, found.baseline(), engine);
            case 1 -> words.say("baseline.moved.one", compared, found.baseline(), engine);
            default ->
                words.say("baseline.moved", String.valueOf(found.changes().size()), compared, found.baseline(), engine);
        };
    }
}
