package multistage.answers;

import java.util.Optional;
import java.util.function.Function;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.facts.Inventory;
import multistage.facts.Packages;
import multistage.page.Table;
import multistage.page.Text;

/** What each image offers to somebody who has got in, counted. */
final class ExposureTable {
    private final Phrases phrases;
    private final Facts facts;
    private final Table.Builder table;

    ExposureTable(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.facts = facts;
        this.table = phrases.table("findings.exposes.caption")
                .words(phrases.plain("findings.exposes.what"))
                .number(phrases.plain("column.naive"))
                .number(phrases.plain("column.multi"));
    }

    Table table() {
        row("files", image -> image.inventory().map(Inventory::files));
        row("executables", image -> image.inventory().map(Inventory::executables));
        row(
                "setuid",
                image -> image.inventory()
                        .map(inventory -> (long) inventory.setuid().size()));
        row("packages", ExposureTable::packages);
        return table.build();
    }

    /** Where an image has no list of packages, it has none. */
    private static Optional<Long> packages(ImageFacts image) {
        return image.ifBuilt()
                .map(built -> built.packages().map(Packages::count).orElse(0).longValue());
    }

    private void row(String what, Function<ImageFacts, Optional<Long>> count) {
        table.row(
                phrases.text("findings.exposes." + what),
                told(count.apply(facts.naive())),
                told(count.apply(facts.multi())));
    }

    private Text told(Optional<Long> count) {
        return Text.plain(count.map(phrases.amounts()::count).orElseGet(() -> phrases.plain("unknown")));
    }
}
