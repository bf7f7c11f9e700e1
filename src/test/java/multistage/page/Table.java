package multistage.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table.
 *
 * @param caption what it shows
 * @param columns their headings
 * @param rows one cell a column each
 */
public record Table(Text caption, List<Column> columns, List<Row> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param heading its heading
     * @param number whether it holds numbers, which stand at its right edge
     */
    public record Column(String heading, boolean number) {
        public Column {
            heading = Span.plain(heading).words();
        }
    }

    /**
     * A row.
     *
     * @param cells one a column
     * @param total whether it sums up those above it
     */
    public record Row(List<Cell> cells, boolean total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param column its column, which a narrow page names beside it
     * @param text what it holds
     */
    public record Cell(Column column, Text text) {}

    /** Takes rows as they are made. */
    public static final class Builder {
        private final Text caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        /** @param caption what the table shows */
        public Builder(Text caption) {
            this.caption = caption;
        }

        /** One more column, of words. */
        public Builder words(String heading) {
            columns.add(new Column(heading, false));
            return this;
        }

        /** One more column, of numbers, which stand at its right edge. */
        public Builder number(String heading) {
            columns.add(new Column(heading, true));
            return this;
        }

        /** A row of as many cells as there are columns. */
        public Builder row(Text... texts) {
            return add(false, texts);
        }

        /** A row that sums up those above it. */
        public Builder total(Text... texts) {
            return add(true, texts);
        }

        private Builder add(boolean total, Text... texts) {
            if (texts.length != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + texts.length + " cells for " + columns.size() + " columns: " + caption.words());
            }
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < texts.length; i++) {
                cells.add(new Cell(columns.get(i), texts[i]));
            }
            rows.add(new Row(cells, total));
            return this;
        }

        /** The table of the rows so far. */
        public Table build() {
            return new Table(caption, columns, rows);
        }
    }
}
