package multistage.baseline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import multistage.answers.page.Block;
import multistage.answers.page.Section;
import multistage.answers.page.Span;
import multistage.answers.page.Table;
import multistage.answers.page.Text;

/** What has moved, as a table: in plain text, and as a section of a page. */
public final class ChangeTable {
    private static final List<String> COLUMNS = List.of("fact", "baseline", "now", "change", "allowed", "brought by");

    private final BaselineComparison comparison;

    public ChangeTable(BaselineComparison comparison) {
        this.comparison = comparison;
    }

    /** A line that says how many facts have moved, on which engine. */
    public String title() {
        int moved = comparison.changes().size();
        return (moved == 0 ? "none" : moved) + " of " + comparison.compared() + " facts "
                + (moved < 2 ? "has" : "have") + " moved from docker/baseline.json, measured on "
                + comparison.engine().brief();
    }

    /** The table, its columns aligned, a line a row. */
    public List<String> lines() {
        List<List<String>> rows = Stream.concat(
                        Stream.of(COLUMNS), comparison.changes().stream().map(ChangeTable::cells))
                .toList();
        int[] widths = IntStream.range(0, COLUMNS.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, COLUMNS.size())
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    /** The table under a heading, for the page of a job. */
    public Section section() {
        Table.Builder table = new Table.Builder(Text.plain(title()));
        COLUMNS.forEach(table::words);
        comparison
                .changes()
                .forEach(change ->
                        table.row(cells(change).stream().map(Text::plain).toArray(Text[]::new)));
        return new Section("baseline", "Baseline", List.of(new Block.Tabular(table.build())));
    }

    private static List<String> cells(Change change) {
        return Stream.of(
                        change.fact(),
                        change.baseline(),
                        change.now(),
                        change.change(),
                        change.allowed(),
                        change.broughtBy())
                .map(cell -> Span.plain(cell).words())
                .toList();
    }
}
