package multistage.dependencies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM, as far as it says what a project takes and under which licences it is to be had. */
record Pom(Node project) {
    static Pom read(Path file) {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(file + " cannot be read as a POM", e);
        }
    }

    /** The libraries and plugins that it names; of the plugins those of its profiles too. */
    Stream<Artifact> taken() {
        return nodes(project, "dependencies/dependency | //plugins/plugin").map(this::artifact);
    }

    Optional<Artifact> parent() {
        return nodes(project, "parent").findFirst().map(this::artifact);
    }

    /** As it spells them; none where its parent names them. */
    Stream<String> licences() {
        return nodes(project, "licenses/license/name")
                .map(name -> name.getTextContent().strip());
    }

    private Artifact artifact(Node named) {
        return new Artifact(text(named, "groupId"), text(named, "artifactId"), filledIn(text(named, "version")));
    }

    /** A version may be a property of the POM. */
    private String filledIn(String version) {
        return version.startsWith("${")
                ? text(project, "properties/" + version.substring(2, version.length() - 1))
                : version;
    }

    private static String text(Node node, String path) {
        return nodes(node, path)
                .map(Node::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static Stream<Node> nodes(Node node, String path) {
        try {
            XPathNodes found = XPathFactory.newInstance().newXPath().evaluateExpression(path, node, XPathNodes.class);
            return StreamSupport.stream(found.spliterator(), false);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path + " is no XPath", e);
        }
    }
}
