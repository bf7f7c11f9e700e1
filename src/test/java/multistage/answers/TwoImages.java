package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import multistage.facts.BuildFacts;
import multistage.facts.Content;
import multistage.facts.Cut;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.facts.Variant;
import multistage.page.Block;
import multistage.page.Span;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Amounts;
import multistage.words.FirstLine;

/** A demo's two images side by side, whatever of them there is, and where their bytes come from. */
final class TwoImages {
    private static final int MOST_FILES = 3;

    private final Phrases phrases;
    private final Amounts amounts;
    private final Facts facts;

    TwoImages(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.amounts = phrases.amounts();
        this.facts = facts;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tabular(sideBySide()));
        facts.naive()
                .ifBuilt()
                .ifPresent(naive -> facts.multi()
                        .ifBuilt()
                        .ifPresent(multi ->
                                blocks.add(new Block.Drawing(new BytesPicture(phrases, naive, multi).picture()))));
        for (Variant variant : List.of(Variant.MULTI, Variant.NAIVE)) {
            facts.of(variant)
                    .ifBuilt()
                    .ifPresent(image -> blocks.add(
                            new Block.Tabular(HistoryTable.of(phrases, "images.history." + variant.word(), image))));
        }
        return blocks;
    }

    private Table sideBySide() {
        Table.Builder table = phrases.table("images.caption")
                .words(phrases.plain("images.what"))
                .words(phrases.plain("column.naive"))
                .words(phrases.plain("column.multi"));
        row(table, "build", image -> Text.plain(build(image)));
        row(table, "size", image -> ofBuilt(image, this::size));
        row(
                table,
                "layers",
                image -> ofBuilt(image, built -> amounts.count(built.layers().size())));
        row(table, "base", image -> image.ifBuilt().map(this::base).orElseGet(this::none));
        row(table, "files", image -> ofBuilt(image, built -> files(image)));
        row(
                table,
                "answer",
                image -> image.ifRun()
                        .map(service -> service.answer()
                                .map(answer -> Text.plain(Cut.within(
                                        answer.status() + " "
                                                + Span.plain(answer.body())
                                                        .words()
                                                        .strip(),
                                        FirstLine.SHORT)))
                                .orElseGet(() -> phrases.text("images.answer.none")))
                        .orElseGet(this::none));
        return table.build();
    }

    private void row(Table.Builder table, String what, Function<ImageFacts, Text> cell) {
        table.row(phrases.text("images." + what), cell.apply(facts.naive()), cell.apply(facts.multi()));
    }

    private Text ofBuilt(ImageFacts image, Function<Image, String> words) {
        return image.ifBuilt().map(words).map(Text::plain).orElseGet(this::none);
    }

    private Text none() {
        return phrases.text("images.none");
    }

    private String build(ImageFacts image) {
        BuildFacts build = image.build();
        if (image.ifBuilt().isEmpty()) {
            return phrases.plain("images.not-built");
        }
        return build.cached()
                ? phrases.plain("images.cached")
                : phrases.plain("images.built", "seconds", amounts.seconds(build.took()));
    }

    /** Of the naive image by its history, of the other by its files: as the claims weigh them. */
    private String size(Image image) {
        if (image.variant() == Variant.NAIVE) {
            return amounts.bytes(image.historyBytes());
        }
        return image.content()
                .map(content -> amounts.bytesInFull(content.bytes()))
                .orElseGet(() -> phrases.plain("images.size.unread"));
    }

    private Text base(Image image) {
        return image.base()
                .map(base -> new Text(List.of(
                        Span.code(Cut.within(base.name(), FirstLine.SHORT)),
                        Span.plain(", " + amounts.bytes(base.bytes())))))
                .orElseGet(() -> phrases.text("images.base.none"));
    }

    /** How many, or which, where they are few. */
    private String files(ImageFacts image) {
        return image.image()
                .content()
                .map(Content::files)
                .filter(files -> !files.isEmpty() && files.size() <= MOST_FILES)
                .map(files -> Phrases.first(
                        MOST_FILES,
                        files.stream()
                                .map(file -> Cut.within(file.path(), FirstLine.SHORT))
                                .toList()))
                .or(() -> image.inventory().map(inventory -> amounts.count(inventory.files())))
                .orElseGet(() -> phrases.plain("images.none"));
    }
}
