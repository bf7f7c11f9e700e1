package multistage.answers;

import java.util.Locale;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.facts.Inventory;
import multistage.facts.Provision;
import multistage.page.Table;
import multistage.page.Text;

/** What programs expect of a system, where each image has it, and when it hurts that it has not. */
final class LacksTable {
    private LacksTable() {}

    static Table of(Phrases phrases, Facts facts) {
        Table.Builder table = phrases.table("findings.lacks.caption")
                .words(phrases.plain("findings.lacks.what"))
                .words(phrases.plain("column.naive"))
                .words(phrases.plain("column.multi"))
                .words(phrases.plain("findings.lacks.when"));
        for (Provision.Kind kind : Provision.Kind.values()) {
            String key = "provision." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            table.row(
                    phrases.text(key),
                    found(phrases, facts.naive(), kind),
                    found(phrases, facts.multi(), kind),
                    phrases.text(key + ".when"));
        }
        return table.build();
    }

    private static Text found(Phrases phrases, ImageFacts image, Provision.Kind kind) {
        return image.inventory()
                .map(inventory -> found(phrases, inventory, kind))
                .orElseGet(() -> phrases.text("unknown"));
    }

    private static Text found(Phrases phrases, Inventory inventory, Provision.Kind kind) {
        return inventory.provisions().stream()
                .filter(provision -> provision.kind() == kind)
                .flatMap(provision -> provision.path().stream())
                .findFirst()
                .map(Text::code)
                .orElseGet(() -> phrases.text("findings.lacks.missing"));
    }
}
