package multistage.grading;

import static multistage.grading.fixtures.ExampleClass.counting;
import static multistage.grading.fixtures.ExampleClass.holding;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.HostileAnswers;
import multistage.grading.fixtures.ExampleClass;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassCsvTest {
    @Test
    void aRowTellsWhatAStudentHasOfWhat() {
        CSVRecord row =
                rows(List.of(holding("Zoé", 3, Optional.of(5_062_808L)))).get(0);

        assertThat(row.get("student")).isEqualTo("Zoé");
        assertThat(row.get("points")).isEqualTo("3");
        assertThat(row.get("of")).isEqualTo(String.valueOf(counting().size()));
        assertThat(row.get("rank")).isEqualTo("1");
        assertThat(row.get("multi_bytes")).isEqualTo("5062808");
        assertThat(row.get("naive_bytes")).isEqualTo("913800000");
        assertThat(row.get("answers")).isEqualTo("true");
        assertThat(row.get("measured")).isEqualTo("2026-11-25T14:03:20Z");
        assertThat(row.get("seconds")).isEqualTo("8.3");
        assertThat(row.get("NaiveImageTest.builds")).isEqualTo("held");
        assertThat(row.get("ComparisonTest.hasFewerLayers")).isEqualTo("failed");
        assertThat(row.get("not_judged")).isEmpty();
    }

    @Test
    void whoCouldNotBeJudgedHasNoPointsRatherThanNone() {
        CSVRecord row = rows(ExampleClass.of(4)).stream()
                .filter(each -> each.get("student").equals("Ana"))
                .findFirst()
                .orElseThrow();

        assertThat(row.get("points")).isEmpty();
        assertThat(row.get("NaiveImageTest.builds")).isEmpty();
        assertThat(row.get("not_judged")).startsWith("the engine did not answer");
    }

    @Test
    void everyRowHasEveryColumnWhateverTheNamesAre() {
        List<CSVRecord> rows = rows(ExampleClass.of(30));

        assertThat(rows)
                .hasSize(30)
                .allSatisfy(
                        row -> assertThat(row.size()).isEqualTo(11 + counting().size()));
        assertThat(rows)
                .extracting(row -> row.get("student"))
                .contains("Zoé Lefèvre", "מרים כהן", "李雷", HostileAnswers.MARKUP, "w".repeat(255));
    }

    @Test
    void linesEndAsTheRuleHasThem() {
        assertThat(new ClassCsv(new Roll(List.of(holding("Zoé", 3, Optional.empty())))).text())
                .startsWith("student,folder,points,of,rank,multi_bytes,naive_bytes,answers,measured,seconds,")
                .endsWith("\r\n")
                .doesNotContainPattern("(?<!\r)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1"})
    void noNameIsAFormula(String name) {
        assertThat(rows(List.of(holding(name, 3, Optional.empty()))).get(0).get("student"))
                .isEqualTo("'" + name);
        assertThat(rows(List.of(Grade.withoutMarks("Zoé", "Zoé", name, ExampleClass.MEASURED)))
                        .get(0)
                        .get("not_judged"))
                .isEqualTo("'" + name);
    }

    private static List<CSVRecord> rows(List<Grade> grades) {
        String text = new ClassCsv(new Roll(grades)).text();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
