package multistage.grading;

import static multistage.grading.fixtures.ExampleClass.counting;
import static multistage.grading.fixtures.ExampleClass.holding;
import static multistage.page.fixtures.ParsedPage.elements;
import static multistage.page.fixtures.ParsedPage.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.HostileAnswers;
import multistage.grading.fixtures.ExampleClass;
import multistage.page.fixtures.ParsedPage;
import multistage.words.Catalogue;
import multistage.words.Language;
import multistage.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class ClassReportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aRowAStudentAndAColumnAClaim(Language language) {
        ParsedPage page = page(ExampleClass.of(30));

        Element roster = elements(page.article(language.code()), "table").get(0);
        assertThat(rows(roster)).hasSize(30);
        assertThat(rows(roster))
                .filteredOn(row -> elements(row, "a").size() == 1)
                .hasSize(28)
                .allSatisfy(row ->
                        assertThat(elements(row, "td")).hasSize(3 + counting().size()));
    }

    @Test
    void aStudentsRowLeadsToTheirOwnPage() {
        Grade grade = new Grade(
                "Zoé",
                "Zoé #1 (50 %)",
                holding("", 3, Optional.empty()).marks(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                ExampleClass.MEASURED,
                Optional.empty());

        Element link = elements(page(List.of(grade)).article("en"), "a").get(0);

        assertThat(words(link)).isEqualTo("Zoé");
        assertThat(link.getAttribute("href")).isEqualTo("Zo%C3%A9%20%231%20%2850%20%25%29/answers.html");
        assertThat(folder.resolve(URI.create(link.getAttribute("href")).getPath()))
                .isEqualTo(folder.resolve("Zoé #1 (50 %)/answers.html"));
    }

    @Test
    void whoCouldNotBeJudgedIsTold() {
        Element english = page(ExampleClass.of(30)).article("en");

        assertThat(rows(elements(english, "table").get(0)))
                .map(ParsedPage::words)
                .contains("AnaNot judged, through no fault of theirs: the engine did not answer within 60 s")
                .anySatisfy(row -> assertThat(row).startsWith("Tom <script>").endsWith(HostileAnswers.MARKUP));
        assertThat(words(english)).contains("Not judged, for a reason that is not theirs: 2.");
    }

    @Test
    void eachClaimIsToldWholeWithHowManyHoldIt() {
        Element english = page(List.of(
                        holding("a", 1, Optional.empty()),
                        holding("b", 2, Optional.empty()),
                        holding("c", 2, Optional.empty())))
                .article("en");

        List<String> rows = rows(elements(english, "table").get(1)).stream()
                .map(ParsedPage::words)
                .toList();
        assertThat(rows).hasSize(counting().size());
        assertThat(rows.get(0)).contains("The naive image builds").endsWith("3/3");
        assertThat(rows.get(1)).contains("The naive image answers on port 8080").endsWith("2/3");
    }

    @Test
    void theSmallestImagesAreNamedByRank() {
        Element english = page(List.of(
                        holding("a", 9, Optional.of(6_000_000L)),
                        holding("b", 9, Optional.of(5_000_000L)),
                        holding("c", 9, Optional.of(5_000_000L)),
                        holding("d", 9, Optional.empty())))
                .article("en");

        assertThat(rows(elements(english, "table").get(1)))
                .extracting(ParsedPage::words)
                .containsExactly("1b5.00 MB914 MB", "1c5.00 MB914 MB", "3a6.00 MB914 MB");
    }

    @ParameterizedTest
    @EnumSource
    void everyClaimHasAFewLettersForItsColumnAndNoTwoOfAClassTheSame(Language language) {
        Words words = Words.read("students", language);

        assertThat(Catalogue.read(language).claims())
                .allSatisfy(claim -> assertThat(words.say("short." + claim)).hasSizeBetween(3, 20))
                .extracting(claim -> Catalogue.chapter(claim) + words.say("short." + claim))
                .doesNotHaveDuplicates();
    }

    @Test
    void aClassOfNobodyHasAPageToo() {
        assertThat(words(page(List.of()).article("fr"))).contains("Étudiants jugés\u00a0: 0 sur 0.");
    }

    private ParsedPage page(List<Grade> grades) {
        try {
            return new ParsedPage(Files.readString(new ClassReport(folder, Language.FRENCH).write("2026-B", grades)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Element> rows(Element table) {
        return elements(elements(table, "tbody").get(0), "tr");
    }
}
