package multistage.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Test
    void aSentenceHasItsStyles() {
        assertThat(styled("Run `go build`, **all** of it.").spans())
                .containsExactly(
                        Span.plain("Run "),
                        Span.code("go build"),
                        Span.plain(", "),
                        new Span("all", false, true),
                        Span.plain(" of it."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ` b", "**a", "a **", "2 * 3", "***", "`", "a*b*c", "é ✔"})
    void aMarkWithoutItsOtherHalfIsAWordLikeOthers(String sentence) {
        assertThat(styled(sentence).words()).isEqualTo(sentence);
        assertThat(styled(sentence).spans()).allMatch(Span::isPlain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "**", "` x `", "**x**", "{b}", "$1 \\"})
    void aFigureThatHoldsMarksStylesNothing(String hostile) {
        Text text = Text.styled("a {f} `c {f}` **d {f}** e {f}", words -> words.replace("{f}", hostile));

        assertThat(text.spans())
                .containsExactly(
                        Span.plain("a " + hostile + " "),
                        Span.code("c " + hostile),
                        Span.plain(" "),
                        new Span("d " + hostile, false, true),
                        Span.plain(" e " + hostile));
    }

    @Test
    void aFigureThatBreaksALineIsToldInOneLine() {
        assertThat(Text.styled("`{f}`", words -> "a\nb").spans()).containsExactly(Span.code("a b"));
    }

    @Test
    void whatMattersMostNeitherBeginsNorEndsWithASpaceAndIsNotNothing() {
        assertThat(Text.styled("**{f}**", words -> " 5 MB\n").spans()).containsExactly(new Span("5 MB", false, true));
        assertThat(Text.styled("**{f}**", words -> " ").spans()).containsExactly(Span.plain(""));
    }

    @Test
    void wordsAreThoseOfAllParts() {
        assertThat(new Text(List.of(Span.plain("a "), Span.code("b"))).words()).isEqualTo("a b");
        assertThat(styled("").words()).isEmpty();
    }

    private static Text styled(String sentence) {
        return Text.styled(sentence, words -> words);
    }

    @Test
    void sentencesStandOneAfterTheOther() {
        assertThat(Text.of(List.of(Text.plain("One."), Text.code("two"), Text.plain("Three.")))
                        .words())
                .isEqualTo("One. two Three.");
        assertThat(Text.of(List.of()).spans()).isEmpty();
    }
}
