package multistage.answers;

import java.util.List;
import java.util.stream.Collectors;
import multistage.facts.Image;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Figures;

/** An image's history, an instruction a row: its bytes, whether it made a layer, and what its bytes are for. */
final class HistoryTable {
    private HistoryTable() {}

    static Table of(Phrases phrases, String caption, Image image) {
        Table.Builder table = phrases.table(caption)
                .words(phrases.plain("layers.instruction"))
                .number(phrases.plain("layers.bytes"))
                .words(phrases.plain("layers.layer"))
                .words(phrases.plain("layers.purpose"));
        for (List<Slice> slices : Slice.byEntry(image)) {
            Slice first = slices.get(0);
            table.row(
                    Text.code(Figures.instruction(first.entry())),
                    Text.plain(phrases.amounts().bytes(first.entry().bytes())),
                    phrases.text(layer(first)),
                    Text.plain(slices.stream()
                            .filter(slice -> slice.bytes() > 0)
                            .map(slice ->
                                    phrases.plain("purpose." + slice.purpose().key()))
                            .collect(Collectors.joining(", "))));
        }
        return table.build();
    }

    private static String layer(Slice slice) {
        if (slice.entry().layer().isEmpty()) {
            return "layers.none";
        }
        return slice.inBase() ? "layers.base" : "layers.own";
    }
}
