package multistage.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import multistage.facts.Cut;
import multistage.page.Document;
import multistage.page.Span;
import multistage.words.Amounts;
import multistage.words.Language;
import multistage.words.Words;

/** How a run on a class ends: on the console, and on the page of a CI system's job. */
public final class ClassSummary {
    /** The most letters of a name that are shown where names stand in a column. */
    private static final int NAME = 32;

    private final Language language;
    private final Words words;
    private final Amounts amounts;

    public ClassSummary(Language language) {
        this.language = language;
        this.words = Words.read("students", language);
        this.amounts = new Amounts(language);
    }

    /** The students by name as a table in which columns stand straight, then what there is to say of all of them. */
    public List<String> lines(List<Grade> grades) {
        Roll roll = new Roll(grades);
        Cells cells = new Cells(language, roll);
        List<Line> table = new ArrayList<>();
        table.add(new Line(
                words.say("class.student"),
                words.say("class.score"),
                words.say("class.size"),
                words.say("class.rank")));
        for (Grade grade : roll.byName(language)) {
            table.add(
                    grade.judged()
                            ? new Line(name(grade), cells.points(grade), cells.size(grade), cells.rank(grade))
                            : new Line(name(grade), cells.whyNot(grade)));
        }
        return Stream.concat(aligned(table), totals(roll)).toList();
    }

    /** The class for the page of a CI system's job, on which there is less room than on its own. */
    public Document document(String className, List<Grade> grades) {
        return new ClassDocument(language, new Roll(grades)).brief(className);
    }

    private static String name(Grade grade) {
        return Cut.within(Span.plain(grade.student()).words(), NAME);
    }

    private Stream<String> totals(Roll roll) {
        String total = words.say(
                "class.total",
                amounts.count(roll.judged().size()),
                amounts.count(roll.size()),
                amounts.decimal(roll.average()),
                amounts.count(roll.of()),
                amounts.count(roll.withAll()));
        int unjudged = roll.notJudged().size();
        return unjudged == 0
                ? Stream.of("", total)
                : Stream.of("", total, words.say("class.trouble.brief", amounts.count(unjudged)));
    }

    // ---- A table

    /** Cells side by side; the last of a line that has fewer takes what room there is. */
    private record Line(List<String> cells) {
        Line(String... cells) {
            this(List.of(cells));
        }
    }

    private static Stream<String> aligned(List<Line> lines) {
        int columns = lines.get(0).cells().size();
        int[] widths = new int[columns];
        for (Line line : lines) {
            boolean whole = line.cells().size() == columns;
            for (int column = 0; column < (whole ? columns : 1); column++) {
                widths[column] = Math.max(widths[column], width(line.cells().get(column)));
            }
        }
        return lines.stream().map(line -> aligned(line, widths));
    }

    /** The first cell at its left edge, the others at their right edges. */
    private static String aligned(Line line, int[] widths) {
        List<String> cells = line.cells();
        StringBuilder row = new StringBuilder("  " + cells.get(0));
        row.append(" ".repeat(widths[0] - width(cells.get(0))));
        for (int column = 1; column < cells.size(); column++) {
            int room = cells.size() == widths.length ? widths[column] - width(cells.get(column)) : 0;
            row.append("  ").append(" ".repeat(room)).append(cells.get(column));
        }
        return row.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
