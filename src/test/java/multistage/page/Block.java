package multistage.page;

import java.util.List;
import java.util.Optional;

/** One part of a section. A template asks each for all that it may be; one of these answers. */
public sealed interface Block {

    /** A question, or another heading below the section's. */
    record Heading(Text text) implements Block {}

    /** Words in several styles. */
    record Paragraph(Text text) implements Block {}

    /** Words that must not be missed. */
    record Warning(Text text) implements Block {}

    /** Lines to type. */
    record Commands(List<String> lines) implements Block {
        public Commands {
            lines = List.copyOf(lines);
        }
    }

    /** Lines that something printed, as it printed them; on pages only. */
    record Printed(List<String> lines) implements Block {
        public Printed {
            lines = lines.stream().map(line -> Span.code(line).words()).toList();
        }
    }

    /** Everyone, and what became of each thing that they were asked for; on pages only. */
    record Everyone(Roster roster) implements Block {}

    /** A table. */
    record Tabular(Table table) implements Block {}

    /** A picture, on pages and beside Markdown that can name it. */
    record Drawing(Picture picture) implements Block {}

    /** What became of claims. */
    record Verdicts(List<VerdictLine> verdicts) implements Block {
        public Verdicts {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The words of a heading, if it is one. */
    default Optional<Text> ifHeading() {
        return as(Heading.class).map(Heading::text);
    }

    /** The words of a paragraph, if it is one. */
    default Optional<Text> ifParagraph() {
        return as(Paragraph.class).map(Paragraph::text);
    }

    /** The words of a warning, if it is one. */
    default Optional<Text> ifWarning() {
        return as(Warning.class).map(Warning::text);
    }

    /** Lines to type, if it is one. */
    default Optional<Commands> ifCommands() {
        return as(Commands.class);
    }

    /** Lines that something printed, if it is one. */
    default Optional<Printed> ifPrinted() {
        return as(Printed.class);
    }

    /** Everyone in a class, if it is one. */
    default Optional<Roster> ifRoster() {
        return as(Everyone.class).map(Everyone::roster);
    }

    /** The table, if it is one. */
    default Optional<Table> ifTable() {
        return as(Tabular.class).map(Tabular::table);
    }

    /** The picture, if it is one. */
    default Optional<Picture> ifPicture() {
        return as(Drawing.class).map(Drawing::picture);
    }

    /** What became of claims, if it is one. */
    default Optional<Verdicts> ifVerdicts() {
        return as(Verdicts.class);
    }

    private <T extends Block> Optional<T> as(Class<T> type) {
        return Optional.of(this).filter(type::isInstance).map(type::cast);
    }
}
