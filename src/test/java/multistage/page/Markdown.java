package multistage.page;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;

/**
 * A document as GitHub Flavored Markdown.
 *
 * @param document what it says
 * @param pictures whether pictures are at hand, each in a file of its own; else they are left out
 */
@JStache(path = "page.md")
@JStacheConfig(contentType = MarkdownText.class)
public record Markdown(Document document, boolean pictures) {

    /** The text; whatever the document holds is text in it. */
    public String render() {
        return MarkdownRenderer.of().execute(this);
    }
}
