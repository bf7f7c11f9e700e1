package multistage.page;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * One page with a document in each of its languages, of which one is shown at a time: no network, no script.
 *
 * @param documents the one that is shown first comes first
 */
@JStache(path = "page.html")
public record Html(List<Document> documents) {
    public Html {
        documents = List.copyOf(documents);
    }

    Document first() {
        return documents.get(0);
    }

    /** Whether it needs the room and the styles of a roster. */
    boolean withRoster() {
        return documents.stream()
                .flatMap(document -> document.sections().stream())
                .flatMap(section -> section.blocks().stream())
                .anyMatch(block -> block.ifRoster().isPresent());
    }

    /** The page; whatever the documents hold is text on it. */
    public String render() {
        return HtmlRenderer.of().execute(this);
    }
}
