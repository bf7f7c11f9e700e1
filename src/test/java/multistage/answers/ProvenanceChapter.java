package multistage.answers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Base;
import multistage.facts.EngineFacts;
import multistage.facts.Executable;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Span;
import multistage.page.Table;
import multistage.page.Text;

/** Where the figures come from: when, on which engine, on which base, by which compiler. */
public final class ProvenanceChapter {
    private final Phrases phrases;
    private final Facts facts;
    private final Table.Builder table;

    ProvenanceChapter(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.facts = facts;
        this.table = phrases.table("provenance.caption")
                .words(phrases.plain("provenance.what"))
                .words(phrases.plain("provenance.value"));
    }

    Section section() {
        List<Block> blocks = List.of(new Block.Tabular(table()), phrases.says("provenance.again"));
        return new Section("provenance", phrases.plain("provenance"), blocks);
    }

    Table table() {
        row("date", Text.plain(phrases.amounts().date(facts.provenance().measured())));
        row(
                "commit",
                facts.provenance().commit().map(Text::code).orElseGet(() -> phrases.text("provenance.commit.none")));
        EngineFacts engine = facts.engine();
        row("engine", Text.plain(engine.name() + " " + engine.version()));
        row("store", Text.plain(engine.store()));
        row("counts", phrases.text("provenance.counts.value"));
        base(facts).ifPresent(this::base);
        row("go", phrases.text("provenance.go.each", "naive", go(facts.naive()), "multi", go(facts.multi())));
        return table.build();
    }

    /** What the images are built from: of the naive one its base, else what a build names first. */
    public static Optional<Base> base(Facts facts) {
        return facts.both()
                .flatMap(image -> image.ifBuilt().stream())
                .flatMap(image -> Stream.concat(image.base().stream(), image.builtFrom().stream()))
                .findFirst();
    }

    private void base(Base base) {
        row(
                "base",
                new Text(List.of(
                        Span.code(base.name()), Span.plain(", " + phrases.plain("provenance.base." + kind(base))))));
        row("digest", base.digest().map(Text::code).orElseGet(() -> phrases.text("provenance.digest.none")));
        row("id", Text.code(base.id()));
    }

    private static String kind(Base base) {
        return base.standIn() ? "stand-in" : base.digest().isPresent() ? "official" : "local";
    }

    private String go(ImageFacts image) {
        return image.ifBuilt()
                .flatMap(Image::executable)
                .flatMap(Executable::goVersion)
                .orElseGet(() -> phrases.plain("unknown"));
    }

    private void row(String what, Text value) {
        table.row(phrases.text("provenance." + what), value);
    }
}
