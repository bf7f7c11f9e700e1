package multistage.grading;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import multistage.outcome.Points;
import multistage.words.Language;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A class as a table for spreadsheets (RFC 4180, UTF-8), the same whatever the language of the run. No cell is a formula: before
 * one that a spreadsheet might take for such, an apostrophe stands (OWASP, "CSV Injection").
 */
final class ClassCsv {
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r\n＝＋－＠]");
    private static final String EMPTY = "";

    private final Roll roll;

    ClassCsv(Roll roll) {
        this.roll = roll;
    }

    /** The table, its first row the columns' names. */
    String text() {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns());
            for (Grade grade : roll.byName(Language.ENGLISH)) {
                csv.printRecord(cells(grade));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "student",
                "folder",
                "points",
                "of",
                "rank",
                "multi_bytes",
                "naive_bytes",
                "answers",
                "measured",
                "seconds"));
        columns.addAll(roll.claims());
        columns.add("not_judged");
        return columns;
    }

    private List<String> cells(Grade grade) {
        boolean judged = grade.judged();
        List<String> cells = new ArrayList<>(List.of(
                harmless(grade.student()),
                harmless(grade.folder()),
                judged ? String.valueOf(grade.points()) : EMPTY,
                judged ? String.valueOf(grade.of()) : EMPTY,
                told(roll.rank(grade)),
                told(grade.multiBytes()),
                told(grade.naiveBytes()),
                judged ? String.valueOf(grade.answers()) : EMPTY,
                grade.measured().toString(),
                grade.took()
                        .map(took -> String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0))
                        .orElse(EMPTY)));
        for (String claim : roll.claims()) {
            cells.add(grade.mark(claim)
                    .map(Points::verdict)
                    .map(verdict -> verdict.key())
                    .orElse(EMPTY));
        }
        cells.add(harmless(grade.trouble().orElse(EMPTY)));
        return cells;
    }

    private static String told(Optional<? extends Number> number) {
        return number.map(String::valueOf).orElse(EMPTY);
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).find() ? "'" + cell : cell;
    }
}
