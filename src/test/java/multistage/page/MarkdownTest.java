package multistage.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import multistage.page.fixtures.ExampleDocuments;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what is written as GitHub does: whatever the words, it is the same document. */
class MarkdownTest {
    private static final List<Extension> GFM =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(GFM).build();
    private static final Node PLAIN = parsed(ExampleDocuments.saying("words"));

    static Stream<String> hostile() {
        return Stream.of(
                // what begins a block
                "# a",
                "## a",
                "> a",
                "- a",
                "+ a",
                "* a",
                "-",
                "+",
                "1. a",
                "2) a",
                "1.",
                "123456789. a",
                "---",
                "- - -",
                "***",
                "___",
                "===",
                "=",
                "```",
                "~~~",
                "    a",
                "\ta",
                "[a]: /b",
                "|a|b|",
                "| a | b |\n|--|--|",
                "- [ ] a",
                "[^1]: a",
                "<div>",
                "<!-- a",
                "<script>alert(1)</script>",
                "<?a",
                "<![CDATA[a",
                "> [!NOTE]",
                // what begins a style, a link or something else within a line
                "*a*",
                "**a**",
                "_a_",
                "__a__",
                "~a~",
                "~~a~~",
                "`a`",
                "``a",
                "a`",
                "`",
                "[a](b)",
                "![a](b)",
                "[a][b]",
                "[^1]",
                "<b>a</b>",
                "<a href=\"javascript:1\">a</a>",
                "<img src=x onerror=alert(1)>",
                "<https://a.example>",
                "<a@b.example>",
                "<br>",
                "&lt;b&gt;",
                "&amp;",
                "&#42;a&#42;",
                "&copy",
                "a\\",
                "\\",
                "\\*a\\*",
                "\\|",
                "\\\\|",
                "$a$",
                "$$a$$",
                "#1",
                // what GitHub makes a link or a mention of by itself
                "@mention",
                "a@b.example",
                "mailto:a@b.example",
                "https://a.example",
                "http://a.example/b?c=d",
                "ftp://a.example",
                "www.a.example",
                "WWW.a.example",
                "see https://a.example.",
                // bars, alone and with what could keep them from being escaped
                "|",
                "a|b",
                "||",
                "a\\|b",
                "`|`",
                "a | b | c",
                "|--|",
                // what breaks a line
                "a\nb",
                "a\n\n# b",
                "a  \nb",
                "a\r\n- b",
                "a\u2028b",
                "\u202ea",
                "é ✔ 5\u202f062\u00a0Mo");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverTheWordsTheDocumentIsTheSame(String words) {
        assertThat(shape(parsed(ExampleDocuments.saying(words))))
                .filteredOn(node -> !node.equals("Text"))
                .containsExactlyElementsOf(shape(PLAIN).stream()
                        .filter(node -> !node.equals("Text"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void wordsAreReadBackAsTheyAre(String words) {
        String seen = Span.plain(words).words();
        Node document = parsed(ExampleDocuments.of(List.of(
                new Block.Paragraph(Text.plain("a " + words + " b")),
                new Block.Paragraph(Text.code(words)),
                new Block.Tabular(ExampleDocuments.table(words)))));

        List<Node> paragraphs = all(document, Paragraph.class);
        assertThat(text(paragraphs.get(0)))
                .isEqualTo(Span.plain("a " + seen + " b").words());
        assertThat(all(paragraphs.get(1), Code.class))
                .extracting(code -> ((Code) code).getLiteral().strip())
                .containsExactly(Span.code(words).words().strip());
        assertThat(all(document, TableCell.class).stream().map(MarkdownTest::text))
                .containsExactly(
                        seen.strip(),
                        "Bytes",
                        seen.strip(),
                        "1",
                        Span.code(words).words().strip(),
                        "2",
                        seen.strip(),
                        seen.strip());
    }

    @Test
    void everyBlockIsWhatItIs() {
        assertThat(all(PLAIN, Heading.class).stream().map(heading -> ((Heading) heading).getLevel()))
                .containsExactly(1, 2, 3);
        assertThat(all(PLAIN, BlockQuote.class)).hasSize(1);
        assertThat(all(PLAIN, TableBlock.class)).hasSize(1);
        assertThat(all(PLAIN, TableRow.class)).hasSize(4);
        assertThat(all(PLAIN, BulletList.class)).hasSize(1);
        assertThat(all(PLAIN, StrongEmphasis.class)).hasSize(2);
        assertThat(all(PLAIN, FencedCodeBlock.class))
                .extracting(block -> ((FencedCodeBlock) block).getLiteral())
                .containsExactly("docker images\ndocker ps\n");
        assertThat(all(PLAIN, Image.class))
                .extracting(image -> ((Image) image).getDestination())
                .containsExactly("picture-en.svg");
    }

    @Test
    void blocksOfAKindThatFollowEachOtherStayApart() {
        Node document = parsed(ExampleDocuments.of(List.of(
                new Block.Paragraph(Text.plain("a")),
                new Block.Paragraph(Text.plain("b")),
                new Block.Tabular(ExampleDocuments.table("t")),
                new Block.Tabular(ExampleDocuments.table("u")),
                new Block.Warning(Text.plain("c")),
                new Block.Warning(Text.plain("d")),
                new Block.Paragraph(Text.plain("e")))));

        assertThat(all(document, TableBlock.class)).hasSize(2);
        assertThat(all(document, BlockQuote.class)).hasSize(2);
        assertThat(all(document, Paragraph.class).stream().map(MarkdownTest::text))
                .containsExactly("a", "b", "t", "u", "c", "d", "e");
    }

    @Test
    void numbersStandAtTheRightEdge() {
        assertThat(all(PLAIN, TableCell.class).stream().map(cell -> ((TableCell) cell).getAlignment()))
                .startsWith(null, TableCell.Alignment.RIGHT, null, TableCell.Alignment.RIGHT);
    }

    /** Between two of them GitHub reads mathematics, which no parser here does. */
    @Test
    void dollarsAreEscaped() {
        Document document = ExampleDocuments.of(List.of(new Block.Paragraph(Text.plain("no $HOME in $PATH"))));

        assertThat(new Markdown(document, true).render()).contains("no \\$HOME in \\$PATH");
    }

    @Test
    void picturesThatAreNotAtHandAreLeftOut() {
        String text = new Markdown(ExampleDocuments.saying("words"), false).render();

        assertThat(text).doesNotContain("picture", "![");
    }

    /** Its nodes, in order; comments, which GitHub does not show, and the texts on either side of them are one text. */
    private static List<String> shape(Node document) {
        List<String> kinds = new ArrayList<>();
        for (Node node : all(document, Node.class)) {
            boolean comment =
                    node instanceof HtmlInline html && html.getLiteral().equals("<!-- -->");
            if (!comment) {
                kinds.add(
                        node instanceof HtmlInline html
                                ? html.getLiteral()
                                : node.getClass().getSimpleName());
            }
        }
        return kinds;
    }

    private static Node parsed(Document document) {
        return PARSER.parse(new Markdown(document, true).render());
    }

    private static String text(Node node) {
        List<String> words = new ArrayList<>();
        for (Node part : all(node, Node.class)) {
            if (part instanceof org.commonmark.node.Text text) {
                words.add(text.getLiteral());
            } else if (part instanceof Code code) {
                words.add(code.getLiteral());
            }
        }
        return String.join("", words).strip();
    }

    /** The node and all below it that are of this kind, in order. */
    private static List<Node> all(Node node, Class<? extends Node> kind) {
        List<Node> found = new ArrayList<>();
        if (kind.isInstance(node)) {
            found.add(node);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            found.addAll(all(child, kind));
        }
        return found;
    }
}
