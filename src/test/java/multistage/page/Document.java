package multistage.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * The answers in one language, ready to be written down in any form.
 *
 * @param language the code of its language
 * @param languageTitle that language's own name
 * @param languageWord its word for "language"
 * @param title its title
 * @param lead what stands before the first section
 * @param sections its sections, in the lesson's order
 */
public record Document(
        String language,
        String languageTitle,
        String languageWord,
        String title,
        List<Block> lead,
        List<Section> sections) {
    public Document {
        title = Span.plain(title).words();
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
    }

    /** The same with these sections before its own. */
    public Document startingWith(List<Section> first) {
        List<Section> all = Stream.of(first, sections).flatMap(List::stream).toList();
        return new Document(language, languageTitle, languageWord, title, lead, all);
    }
}
