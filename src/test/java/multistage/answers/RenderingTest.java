package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.page.fixtures.ParsedPage.elements;
import static multistage.page.fixtures.ParsedPage.words;
import static multistage.words.Language.ENGLISH;
import static multistage.words.Language.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.answers.fixtures.Examples;
import multistage.answers.fixtures.Golden;
import multistage.answers.fixtures.Shape;
import multistage.answers.fixtures.Spoiling;
import multistage.answers.fixtures.Told;
import multistage.facts.Facts;
import multistage.outcome.Judged;
import multistage.page.Block;
import multistage.page.fixtures.ParsedPage;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.DefaultTimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/multistage/answers/golden/failed");
    /** What stands in a page where something was told that is not there, with the line that it stands in. */
    private static final Pattern HOLE =
            Pattern.compile("null|Optional|\\{[a-z.]+}|\\bnot-|%s|(?<!`)``(?!`)|`  `|\\( |\\(\\)|: \\.| ,| {2}[.,;]");

    private static final Map<String, String> HELD = Rendering.files(Examples.held(), ENGLISH);

    @Test
    void theAnswersAreInEveryForm() {
        assertThat(HELD)
                .containsOnlyKeys(
                        "index.html", "answers.md", "picture-en.svg", "reponses.md", "picture-fr.svg", "facts.json");
    }

    @Test
    void theSameAnswersGiveTheSameBytes() {
        assertThat(Rendering.files(Examples.held(), ENGLISH)).isEqualTo(HELD);
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    @DefaultTimeZone("Pacific/Kiritimati")
    void theyDoOnAMachineOfAnotherLanguageAndTimeToo() {
        assertThat(Rendering.files(Examples.held(), ENGLISH)).isEqualTo(HELD);
    }

    @Test
    void whateverTheMachineOnlyTheRunsLanguageComesFirst() {
        Map<String, String> french = Rendering.files(Examples.held(), FRENCH);

        assertThat(new ParsedPage(french.get("index.html")).root().getAttribute("lang"))
                .isEqualTo("fr");
        assertThat(french).containsEntry("answers.md", HELD.get("answers.md"));
        assertThat(french).containsEntry("reponses.md", HELD.get("reponses.md"));
    }

    @Test
    void whereABuildFailedTheAnswersSayWhatFailedAndHint() {
        Map<String, String> failed = Rendering.files(Examples.failed(), ENGLISH);

        Golden.assertMatches(GOLDEN.resolve("answers.md"), failed.get("answers.md"));
        Golden.assertMatches(GOLDEN.resolve("reponses.md"), failed.get("reponses.md"));
        assertThat(failed).doesNotContainKeys("picture-en.svg", "picture-fr.svg");
    }

    @Test
    void onThePageWhatFailedStandsOutWithWhatWasFoundAndAHint() {
        ParsedPage page =
                new ParsedPage(Rendering.files(Examples.failed(), ENGLISH).get("index.html"));

        assertThat(elements(page.article("en"), "li"))
                .filteredOn(claim -> claim.getAttribute("class").equals("failed"))
                .extracting(ParsedPage::words)
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "the naive image's service should answer \"Hello | World\", but it answered <b>Hi</b>",
                        "Hint: On which address");
    }

    @ParameterizedTest
    @MethodSource("lackingOneThing")
    void whateverIsLackingTheAnswersAreMadeAndNoSentenceHasAHole(Lacking lacking) {
        Map<String, String> files = Rendering.files(lacking.judged(), ENGLISH);
        ParsedPage page = new ParsedPage(files.get("index.html"));

        assertThat(List.of(words(page.root()), files.get("answers.md"), files.get("reponses.md")))
                .allSatisfy(text ->
                        assertThat(text.lines().filter(HOLE.asPredicate())).isEmpty());
    }

    static Stream<Lacking> lackingOneThing() {
        return Stream.of(Examples.held(), Examples.failed())
                .flatMap(judged -> Spoiling.lackingOneThing(judged).entrySet().stream())
                .map(entry -> new Lacking(entry.getKey(), entry.getValue()));
    }

    @Test
    void ofEachThingThatMayBeLackingOneIsTried() {
        assertThat(lackingOneThing().map(Lacking::path))
                .contains(
                        "claims",
                        "whatIf",
                        "facts.provenance.commit",
                        "facts.naive.inventory",
                        "facts.multi.ifBuilt",
                        "facts.multi.ifBuilt.content",
                        "facts.naive.ifBuilt.base",
                        "facts.naive.ifBuilt.history[0].layer",
                        "facts.naive.ifRun.probes",
                        "facts.multi.ifBuilt.executable.goVersion",
                        "whatIf.variations[0].bytes");
    }

    @ParameterizedTest
    @MethodSource("judged")
    void bothLanguagesSayTheSameInTheSameOrder(Judged judged) {
        Shape english = new Shape(Answers.in(ENGLISH, judged));
        Shape french = new Shape(Answers.in(FRENCH, judged));

        assertThat(french.kinds()).isEqualTo(english.kinds());
        for (int i = 0; i < english.blocks().size(); i++) {
            assertThat(Shape.figures(french.blocks().get(i)))
                    .as("%s", Told.lines(french.blocks().get(i)))
                    .containsExactlyInAnyOrderElementsOf(
                            Shape.figures(english.blocks().get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("judged")
    void thePageAndTheMarkdownHoldWhatTheDocumentHolds(Judged judged) {
        Map<String, String> files = Rendering.files(judged, ENGLISH);
        ParsedPage page = new ParsedPage(files.get("index.html"));

        for (Language language : Language.values()) {
            Shape shape = new Shape(Answers.in(language, judged));
            assertThat(elements(page.article(language.code()), "h1", "h2", "h3"))
                    .extracting(ParsedPage::words)
                    .containsExactlyElementsOf(shape.headings());
            assertThat(elements(page.article(language.code()), "td", "th", "caption"))
                    .extracting(ParsedPage::words)
                    .containsExactlyElementsOf(shape.tables());
            String markdown = files.get(language.answers() + ".md");
            assertThat(markdown.lines().filter(line -> line.startsWith("#"))).hasSameSizeAs(shape.headings());
            assertThat(markdown.lines().filter(line -> line.startsWith("| "))).hasSize(shape.rows());
            assertThat(markdown.lines().filter(line -> line.startsWith("- "))).hasSize(shape.verdicts());
        }
    }

    static Stream<Judged> judged() {
        return Stream.of(
                Examples.held(), Examples.failed(), new Judged(Examples.held().facts(), List.of(), Optional.empty()));
    }

    @Test
    void wordsFromADemoAreTextInEveryForm() {
        String hostile = "<script>alert(1)</script> | **a** `b` {naive.weight} @all \u202e\u0000";
        Facts facts = changed(
                Examples.held().facts(),
                with("engine", changed(Examples.held().facts().engine(), with("version", hostile))));

        Map<String, String> files = Rendering.files(Examples.held(facts), ENGLISH);

        ParsedPage page = new ParsedPage(files.get("index.html"));
        assertThat(elements(page.root(), "script")).isEmpty();
        assertThat(words(page.root())).contains("<script>alert(1)</script> | **a** `b` {naive.weight} @all");
        assertThat(files.get("answers.md"))
                .contains("\\<script\\>alert(1)\\</script\\> \\| \\*\\*a\\*\\* \\`b\\` {naive.weight} @<!-- -->all");
        assertThat(Answers.in(ENGLISH, Examples.held(facts)).lead())
                .allMatch(block -> block instanceof Block.Paragraph || block instanceof Block.Warning);
    }

    /**
     * @param path what is lacking
     * @param judged a demo that lacks it
     */
    record Lacking(String path, Judged judged) {
        @Override
        public String toString() {
            return path;
        }
    }
}
