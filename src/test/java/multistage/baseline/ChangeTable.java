package multistage.baseline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import multistage.facts.Unseen;

/** What has moved, as a table in plain text. */
public final class ChangeTable {
    private static final List<String> COLUMNS = List.of("fact", "baseline", "now", "change", "allowed", "brought by");

    private final BaselineComparison comparison;

    public ChangeTable(BaselineComparison comparison) {
        this.comparison = comparison;
    }

    /** A line that says how many facts have moved, on which engine; then the table, its columns aligned, a line a row. */
    public List<String> lines() {
        List<List<String>> rows = Stream.concat(
                        Stream.of(COLUMNS), comparison.changes().stream().map(ChangeTable::cells))
                .toList();
        return Stream.concat(Stream.of(title()), aligned(rows)).toList();
    }

    private String title() {
        int moved = comparison.changes().size();
        return String.format(
                Locale.ROOT,
                "%d of %d facts %s moved from %s, measured on %s:",
                moved,
                comparison.compared(),
                moved == 1 ? "has" : "have",
                comparison.baseline(),
                comparison.engine().brief());
    }

    private static Stream<String> aligned(List<List<String>> rows) {
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
                        .stripTrailing());
    }

    private static List<String> cells(Change change) {
        return change.cells().stream().map(Unseen::blanked).toList();
    }
}
