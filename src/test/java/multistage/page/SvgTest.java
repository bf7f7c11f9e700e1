package multistage.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import multistage.page.Picture.Bar;
import multistage.page.Picture.Key;
import multistage.page.fixtures.ExampleDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {
    private static final String LARGE = "22";
    private static final String SMALL = "92";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</text><script>alert(1)</script>",
                "]]>",
                "<!-- -->",
                "&lt;",
                "&",
                "\" onload=\"alert(1)",
                "'",
                "a\u0000b\u001b\ufffe",
                "{{words}}"
            })
    void hostileWordsAreText(String words) throws Exception {
        Element svg = drawn(ExampleDocuments.picture(words));

        assertThat(elements(svg, "script")).isEmpty();
        assertThat(elements(svg, "text"))
                .extracting(Element::getTextContent)
                .filteredOn(text -> !text.matches("\\d"))
                .hasSize(7)
                .containsOnly(Span.plain(words).words());
        assertThat(elements(svg, "desc"))
                .extracting(Element::getTextContent)
                .containsExactly(Span.plain(words).words());
    }

    @Test
    void theLargeBarIsAsWideAsThePicture() throws Exception {
        List<Element> bar = bar(drawn(ExampleDocuments.picture("words")), LARGE);

        assertThat(bar).extracting(part -> part.getAttribute("x")).containsExactly("0.00%", "90.00%");
        assertThat(bar).extracting(part -> part.getAttribute("width")).containsExactly("90.00%", "10.00%");
        assertThat(bar).extracting(part -> part.getAttribute("class")).containsExactly("go", "program");
    }

    @Test
    void manyPartsAddUpToTheWholeWidth() throws Exception {
        List<Key> keys = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> new Key(number, "go", "w", "a"))
                .toList();
        Bar seventh = Bar.of("bar", 0, keys, keys.stream().map(key -> 1 / 7.0).toList());
        Picture picture = new Picture("en", "t", "d", seventh, seventh, Optional.empty(), keys);

        assertThat(bar(drawn(picture), LARGE).stream()
                        .mapToDouble(SvgTest::width)
                        .sum())
                .isCloseTo(100, within(0.05));
    }

    @Test
    void theSmallBarIsASliverInItsShareAndIsEnlargedBesideItself() throws Exception {
        Element svg = drawn(ExampleDocuments.picture("words"));

        assertThat(bar(svg, SMALL))
                .extracting(part -> part.getAttribute("x") + " " + part.getAttribute("width"))
                .containsExactly("0.00% 1.00%", "30.00% 70.00%");
        assertThat(elements(svg, "line"))
                .extracting(line -> line.getAttribute("x1") + " " + line.getAttribute("x2"))
                .containsExactly("1.00% 30.00%", "1.00% 30.00%");
    }

    @Test
    void withoutALensNothingIsEnlarged() throws Exception {
        Picture lensed = ExampleDocuments.picture("words");
        Element svg =
                drawn(new Picture("fr", "t", "d", lensed.large(), lensed.small(), Optional.empty(), lensed.legend()));

        assertThat(elements(svg, "line")).isEmpty();
        assertThat(bar(svg, SMALL)).hasSize(1);
        assertThat(svg.getAttribute("lang")).isEqualTo("fr");
    }

    @Test
    void theLegendStandsWithinThePicture() throws Exception {
        Element svg = drawn(ExampleDocuments.picture("words"));
        List<Integer> tops = elements(svg, "svg").stream()
                .map(key -> Integer.valueOf(key.getAttribute("y")))
                .toList();

        assertThat(tops).hasSize(2).isSorted().doesNotHaveDuplicates();
        assertThat(Integer.parseInt(svg.getAttribute("height"))).isEqualTo(tops.get(1) + 22);
    }

    @Test
    void aNumberStandsOnlyWhereItHasRoom() {
        assertThat(new Picture.Part(1, "go", 0, 0.045).roomy()).isTrue();
        assertThat(new Picture.Part(1, "go", 0, 0.044).roomy()).isFalse();
        assertThat(new Picture.Part(1, "go", 0.5, 0.25).middle()).isEqualTo("62.50%");
    }

    private static Element drawn(Picture picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new Svg(picture).render())))
                .getDocumentElement();
    }

    private static List<Element> bar(Element svg, String y) {
        return elements(svg, "rect").stream()
                .filter(rect -> rect.getAttribute("y").equals(y))
                .toList();
    }

    private static double width(Element rect) {
        return Double.parseDouble(rect.getAttribute("width").replace("%", ""));
    }

    private static List<Element> elements(Element below, String name) {
        return Stream.of(below.getElementsByTagName(name))
                .flatMap(found -> IntStream.range(0, found.getLength()).mapToObj(found::item))
                .map(Element.class::cast)
                .toList();
    }
}
