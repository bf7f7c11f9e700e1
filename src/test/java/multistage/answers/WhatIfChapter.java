package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import multistage.facts.Base;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Span;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Amounts;

/** The multi-stage Dockerfile with one thing changed: what it weighs then, whether it answers, and why. */
final class WhatIfChapter {
    /** Those whose words say why they do not answer. */
    private static final Set<String> SILENT = Set.of("cgo", "shell-form");

    private final Phrases phrases;
    private final Amounts amounts;

    WhatIfChapter(Phrases phrases) {
        this.phrases = phrases;
        this.amounts = phrases.amounts();
    }

    Section section(Optional<WhatIf> whatIf) {
        List<Block> blocks = whatIf.map(this::blocks).orElseGet(() -> List.of(phrases.says("what-if.none")));
        return new Section("what-if", phrases.plain("what-if"), blocks);
    }

    private List<Block> blocks(WhatIf whatIf) {
        String date = amounts.date(whatIf.provenance().measured());
        return List.of(
                phrases.says(
                        "what-if.answer",
                        "date",
                        date,
                        "engine",
                        whatIf.engine().brief(),
                        "base",
                        base(whatIf.base())),
                new Block.Tabular(table(whatIf.variations())));
    }

    /** It need not be this run's own: the project comes with what was measured elsewhere. */
    private String base(Base base) {
        return phrases.plain(base.standIn() ? "what-if.stand-in" : "what-if.base", "base", base.name());
    }

    private Table table(List<Variation> variations) {
        Table.Builder table = phrases.table("what-if.caption")
                .words(phrases.plain("what-if.change"))
                .number(phrases.plain("what-if.size"))
                .number(phrases.plain("what-if.layers"))
                .words(phrases.plain("what-if.starts"))
                .words(phrases.plain("what-if.why"));
        Optional<Long> unchanged = variations.stream().findFirst().flatMap(Variation::bytes);
        variations.forEach(variation -> row(table, variation, unchanged));
        return table.build();
    }

    private void row(Table.Builder table, Variation variation, Optional<Long> unchanged) {
        boolean built = variation.failure().isEmpty();
        table.row(
                change(variation),
                Text.plain(variation.bytes().map(amounts::bytes).orElse("–")),
                Text.plain(built ? amounts.count(variation.layers()) : "–"),
                phrases.text(!built ? "what-if.not-built" : variation.answers() ? "what-if.yes" : "what-if.no"),
                why(variation, unchanged));
    }

    /** Its name, and the lines that it puts into the Dockerfile. */
    private Text change(Variation variation) {
        List<Span> spans =
                new ArrayList<>(phrases.text("what-if." + name(variation)).spans());
        if (!variation.after().isEmpty()) {
            spans.add(Span.plain(phrases.plain("what-if.colon")));
        }
        for (String line : variation.after()) {
            spans.add(Span.plain(" "));
            spans.add(Span.code(line));
        }
        return new Text(spans);
    }

    /** As the words call it, which may not have any for it. */
    private String name(Variation variation) {
        return phrases.has("what-if." + variation.name() + ".why") ? variation.name() : "other";
    }

    private Text why(Variation variation, Optional<Long> unchanged) {
        if (variation.failure().isPresent()) {
            String failure = variation.failure().map(phrases::said).orElseThrow();
            return phrases.text("what-if.failure", "failure", failure);
        }
        String reason = isAsExplained(variation) ? name(variation) : "other";
        return phrases.text(
                "what-if." + reason + ".why",
                "interpreter",
                variation.interpreter().orElse("–"),
                "more",
                more(variation, unchanged),
                "path",
                variation.buildPaths().stream().findFirst().orElse("–"),
                "trouble",
                variation.trouble().map(phrases::said).orElse(""));
    }

    /** What does not answer as it should has a reason of its own. */
    private static boolean isAsExplained(Variation variation) {
        return variation.trouble().isEmpty() || !variation.answers() == SILENT.contains(variation.name());
    }

    private String more(Variation variation, Optional<Long> unchanged) {
        return variation
                .bytes()
                .flatMap(bytes -> unchanged.map(before -> amounts.bytes(bytes - before)))
                .orElseGet(() -> phrases.plain("unknown"));
    }
}
