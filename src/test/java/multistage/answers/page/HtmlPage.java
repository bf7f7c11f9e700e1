package multistage.answers.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page of answers, read back, for tests: its HTML is XML but for elements that have no end and attributes that have no value. */
public final class HtmlPage {
    private final Element root;

    /** @throws IllegalArgumentException when it is not well-formed; says where */
    public HtmlPage(String html) {
        String xml = html.replaceFirst("<!DOCTYPE html>", "")
                .replaceAll("<(meta|input|br)\\b([^>]*)>", "<$1$2/>")
                .replaceAll(" checked/>", " checked=\"\"/>");
        try {
            root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (SAXException other) {
            throw new IllegalArgumentException("the page is not well-formed: " + other.getMessage(), other);
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The page itself. */
    public Element root() {
        return root;
    }

    /** The part of the page in that language. */
    public Element article(String language) {
        return elements(root, "article").stream()
                .filter(article -> article.getAttribute("lang").equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the page says nothing in " + language));
    }

    /** The elements below another that have one of these names, in order; all of them where none is given. */
    public static List<Element> elements(Element below, String... names) {
        NodeList all = below.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(Element.class::cast)
                .filter(element -> names.length == 0 || List.of(names).contains(element.getTagName()))
                .toList();
    }

    /** The texts that people read below an element, styles left out. */
    public static String words(Node below) {
        if (below.getNodeType() == Node.TEXT_NODE) {
            return below.getNodeValue();
        }
        if (below.getNodeName().equals("style")) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (Node child = below.getFirstChild(); child != null; child = child.getNextSibling()) {
            words.append(words(child));
        }
        return words.toString();
    }
}
