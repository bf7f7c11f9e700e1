package multistage.page;

import java.util.List;
import java.util.Optional;

/**
 * A table of people and of what became of each thing that they were asked for: as many rows and columns as it takes.
 *
 * @param caption what it shows, and what its signs mean
 * @param who the heading of the people's names
 * @param numbers the headings of what is counted of each
 * @param groups what they were asked for
 * @param rows the people, in order
 */
public record Roster(String caption, String who, List<String> numbers, List<Group> groups, List<Row> rows) {
    public Roster {
        caption = Span.plain(caption).words();
        numbers = List.copyOf(numbers);
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
    }

    /**
     * Things under one heading.
     *
     * @param heading theirs
     * @param columns a few letters for each of them
     */
    public record Group(String heading, List<String> columns) {
        public Group {
            columns = List.copyOf(columns);
        }

        int across() {
            return columns.size();
        }
    }

    /**
     * What became of one thing.
     *
     * @param kind held, failed or not-judged, which tells its colours
     * @param sign ✔, ✘ or –
     * @param word the same in a word, for those who do not see the sign
     */
    public record Sign(String kind, String sign, String word) {}

    /** What became of the things under one heading. */
    public record Signs(List<Sign> signs) {
        public Signs {
            signs = List.copyOf(signs);
        }
    }

    /**
     * Somebody.
     *
     * @param name theirs
     * @param link the address of their own page, relative to this one, if they have one
     * @param numbers one a heading
     * @param signs those of each group, one a column
     * @param instead what is told in the place of numbers and signs, if there are none
     */
    public record Row(
            String name, Optional<String> link, List<String> numbers, List<Signs> signs, Optional<String> instead) {
        public Row {
            name = Span.plain(name).words();
            instead = instead.map(words -> Span.plain(words).words());
            numbers = List.copyOf(numbers);
            signs = List.copyOf(signs);
        }
    }

    /** How many columns there are beside the names. */
    int across() {
        return numbers.size() + groups.stream().mapToInt(Group::across).sum();
    }
}
