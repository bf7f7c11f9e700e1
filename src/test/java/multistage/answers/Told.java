package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.answers.page.Block;
import multistage.answers.page.Table;
import multistage.answers.page.Text;
import multistage.answers.page.VerdictLine;

/** Blocks of answers as lines of words, for tests: {@code # heading}, {@code ! warning}, {@code a | b} for a row,
 * {@code > line} for what something printed. */
final class Told {
    private Told() {}

    static List<String> lines(List<Block> blocks) {
        return blocks.stream().flatMap(block -> lines(block).stream()).toList();
    }

    static List<String> lines(Block block) {
        List<String> lines = new ArrayList<>();
        block.ifHeading().ifPresent(text -> lines.add("# " + text.words()));
        block.ifParagraph().ifPresent(text -> lines.add(text.words()));
        block.ifWarning().ifPresent(text -> lines.add("! " + text.words()));
        block.ifCommands().ifPresent(commands -> commands.lines().forEach(line -> lines.add("$ " + line)));
        block.ifPrinted().ifPresent(printed -> printed.lines().forEach(line -> lines.add("> " + line)));
        block.ifPicture().ifPresent(picture -> lines.add("[" + picture.title() + "]"));
        block.ifTable().ifPresent(table -> {
            lines.add(table.caption().words() + ":");
            lines.addAll(rows(table));
        });
        block.ifVerdicts().ifPresent(verdicts -> verdicts.verdicts().forEach(verdict -> lines.add(line(verdict))));
        return lines;
    }

    static List<String> rows(Table table) {
        return table.rows().stream()
                .map(row ->
                        row.cells().stream().map(cell -> cell.text().words()).collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String line(VerdictLine verdict) {
        return Stream.concat(
                        Stream.of(
                                verdict.sign(),
                                verdict.sentence().words(),
                                verdict.found().words()),
                        Stream.of(verdict.why(), verdict.hint())
                                .flatMap(Optional::stream)
                                .map(Text::words))
                .collect(Collectors.joining(" "));
    }
}
