package multistage.page;

import static multistage.page.fixtures.ParsedPage.elements;
import static multistage.page.fixtures.ParsedPage.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import multistage.page.fixtures.ExampleDocuments;
import multistage.page.fixtures.ParsedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class HtmlTest {
    private static final List<String> PLAIN = names(page(ExampleDocuments.saying("words")));

    @ParameterizedTest
    @MethodSource("multistage.page.MarkdownTest#hostile")
    void whateverTheWordsThePageHasTheSameElementsAndTheWordsAreText(String words) {
        ParsedPage page = page(ExampleDocuments.saying(words));

        assertThat(names(page)).isEqualTo(PLAIN);
        assertThat(elements(page.root(), "h3", "caption"))
                .extracting(ParsedPage::words)
                .containsOnly(Span.plain(words).words());
        assertThat(elements(page.root(), "td"))
                .extracting(cell -> cell.getAttribute("data-column"))
                .containsOnly(Span.plain(words).words(), "Bytes");
    }

    @Test
    void bothDocumentsAreThereAndTheFirstIsShown() {
        Document english = ExampleDocuments.saying("words");
        Document french = new Document("fr", "Français", "Langue", "Réponses", List.of(), List.of());

        Element page = new ParsedPage(new Html(List.of(french, english)).render()).root();

        assertThat(page.getAttribute("lang")).isEqualTo("fr");
        assertThat(elements(page, "title")).extracting(ParsedPage::words).startsWith("Réponses");
        assertThat(elements(page, "article"))
                .extracting(article -> article.getAttribute("lang"))
                .containsExactly("fr", "en");
        assertThat(elements(page, "input"))
                .extracting(input -> input.getAttribute("value") + " " + input.hasAttribute("checked"))
                .containsExactly("fr true", "en false");
        assertThat(elements(page, "label"))
                .extracting(label -> words(label).strip())
                .containsExactly("Français", "English");
        assertThat(elements(page, "legend")).extracting(ParsedPage::words).containsExactly("Langue / Language");
    }

    @Test
    void aVerdictTellsInWordsAndInItsClassWhatItsSignShows() {
        List<Element> verdicts = elements(page(ExampleDocuments.saying("words")).root(), "li");

        assertThat(verdicts)
                .extracting(ParsedPage::words)
                .containsExactly("✔ claims: held. words", "✘ claims: failed. words words words");
        assertThat(verdicts)
                .extracting(verdict -> verdict.getAttribute("class"))
                .last()
                .isEqualTo("failed");
    }

    @Test
    void nothingIsFetchedAndNothingIsRun() {
        assertThat(page(ExampleDocuments.saying("words")).root())
                .satisfies(page -> assertThat(elements(page, "script", "link", "img", "iframe"))
                        .isEmpty());
    }

    private static ParsedPage page(Document document) {
        return new ParsedPage(new Html(List.of(document)).render());
    }

    private static List<String> names(ParsedPage page) {
        return elements(page.root()).stream().map(Element::getTagName).toList();
    }
}
