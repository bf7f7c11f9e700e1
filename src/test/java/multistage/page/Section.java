package multistage.page;

import java.util.List;

/**
 * A section of the answers.
 *
 * @param name its name within the page, the same in every language
 * @param heading its heading
 * @param blocks its parts, in order
 */
public record Section(String name, String heading, List<Block> blocks) {
    public Section {
        heading = Span.plain(heading).words();
        blocks = List.copyOf(blocks);
    }
}
