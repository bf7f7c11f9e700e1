package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.answers.page.Block;
import multistage.answers.page.Document;
import multistage.answers.page.Section;
import multistage.answers.page.Table;
import multistage.answers.page.Table.Column;

/**
 * What a document consists of, whatever its language, for tests.
 *
 * @param document the document
 */
record Shape(Document document) {
    /** Digits in groups, with a fraction perhaps, as either language writes them. */
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,\\u202f]\\d+)*");

    List<Block> blocks() {
        return Stream.concat(
                        document.lead().stream(),
                        document.sections().stream().flatMap(section -> section.blocks().stream()))
                .toList();
    }

    /** Each block's kind; of a table its width and its height, of verdicts how many they are and how many failed. */
    List<String> kinds() {
        return blocks().stream().map(Shape::kind).toList();
    }

    private static String kind(Block block) {
        String kind = block.getClass().getSimpleName();
        return kind
                + block.ifTable()
                        .map(table -> " " + table.columns().size() + "x"
                                + table.rows().size())
                        .orElse("")
                + block.ifVerdicts()
                        .map(verdicts -> " "
                                + verdicts.verdicts().stream()
                                        .map(verdict ->
                                                verdict.sign() + verdict.hint().isPresent())
                                        .toList())
                        .orElse("");
    }

    /** The headings of all levels, in order. */
    List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(document.title()));
        for (Section section : document.sections()) {
            headings.add(section.heading());
            section.blocks().forEach(block -> block.ifHeading().ifPresent(text -> headings.add(text.words())));
        }
        return headings;
    }

    /** The texts of all tables: caption, headings of columns, cells. */
    List<String> tables() {
        return blocks().stream()
                .flatMap(block -> block.ifTable().stream())
                .flatMap(table -> Stream.of(
                                Stream.of(table.caption().words()),
                                table.columns().stream().map(Column::heading),
                                table.rows().stream()
                                        .flatMap(row -> row.cells().stream())
                                        .map(cell -> cell.text().words()))
                        .flatMap(texts -> texts))
                .toList();
    }

    /** The rows of all tables, headings included. */
    int rows() {
        return blocks().stream()
                .flatMap(block -> block.ifTable().stream())
                .map(Table::rows)
                .mapToInt(rows -> rows.size() + 1)
                .sum();
    }

    int verdicts() {
        return blocks().stream()
                .flatMap(block -> block.ifVerdicts().stream())
                .mapToInt(verdicts -> verdicts.verdicts().size())
                .sum();
    }

    /** The figures that a block tells, without what sets their digits apart. */
    static List<String> figures(Block block) {
        return FIGURE.matcher(String.join("\n", Told.lines(block)))
                .results()
                .map(figure -> figure.group().replaceAll("\\D", ""))
                .toList();
    }
}
