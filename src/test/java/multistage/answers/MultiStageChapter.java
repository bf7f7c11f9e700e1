package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import multistage.facts.Base;
import multistage.facts.Content;
import multistage.facts.Cut;
import multistage.facts.Executable;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Text;
import multistage.words.Amounts;
import multistage.words.FirstLine;

/** How big the multi-stage image is, what it holds, and why it can do with that. */
final class MultiStageChapter {
    private final Phrases phrases;
    private final Amounts amounts;
    private final Facts facts;

    MultiStageChapter(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.amounts = phrases.amounts();
        this.facts = facts;
    }

    Section section() {
        List<Block> blocks =
                facts.multi().ifBuilt().map(this::blocks).orElseGet(() -> List.of(phrases.notBuilt(facts.multi())));
        return new Section("multi", phrases.plain("multi"), blocks);
    }

    private List<Block> blocks(Image image) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(phrases.question("multi.size"));
        blocks.add(new Block.Paragraph(Text.of(size(image))));
        blocks.add(phrases.question("multi.how-many-layers"));
        blocks.add(layers(image));
        blocks.add(phrases.question("multi.each-layer"));
        blocks.add(phrases.says("multi.each-layer.answer"));
        blocks.add(new Block.Tabular(HistoryTable.of(phrases, "layers.multi", image)));
        blocks.add(phrases.question("multi.last-from"));
        blocks.add(new Block.Paragraph(Text.of(lastFrom(image))));
        image.executable().ifPresent(program -> {
            blocks.add(phrases.question("multi.static"));
            blocks.add(linking(program));
        });
        blocks.add(phrases.question("multi.flags"));
        blocks.add(phrases.says("multi.flags.answer"));
        return blocks;
    }

    private List<Text> size(Image image) {
        if (image.content().isEmpty()) {
            return List.of(phrases.text("multi.size.unread"));
        }
        List<Text> sentences = new ArrayList<>();
        Content content = image.content().orElseThrow();
        sentences.add(phrases.text("multi.size.answer", "exact", amounts.exactBytes(content.bytes())));
        facts.naive()
                .ifBuilt()
                .filter(naive -> naive.historyBytes() > content.bytes())
                .ifPresent(naive -> sentences.add(phrases.text("multi.size.pair")));
        image.packedBytes()
                .ifPresent(packed -> sentences.add(phrases.text("multi.size.packed", "packed", amounts.bytes(packed))));
        sentences.add(phrases.text(content.files().isEmpty() ? "multi.content.nothing" : "multi.content"));
        return sentences;
    }

    private Block layers(Image image) {
        String multi = amounts.count(image.layers().size());
        String naive = facts.naive()
                .ifBuilt()
                .map(other -> amounts.count(other.layers().size()))
                .orElseGet(() -> phrases.plain("unknown"));
        Optional<Base> base = facts.naive().ifBuilt().flatMap(Image::base);
        return base.map(below -> phrases.says(
                        "multi.how-many-layers.answer",
                        "naive",
                        naive,
                        "multi",
                        multi,
                        "base",
                        amounts.count(below.layers().size())))
                .orElseGet(() -> phrases.says("multi.how-many-layers.answer.no-base", "naive", naive, "multi", multi));
    }

    private List<Text> lastFrom(Image image) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(phrases.text("multi.last-from.answer"));
        sentences.add(image.base()
                .map(base -> phrases.text("multi.last-from.base", "base", base.name()))
                .orElseGet(() -> phrases.text("multi.last-from.scratch")));
        if (!image.builtFrom().isEmpty()) {
            sentences.add(phrases.text("multi.last-from.sharing", "shared", shared(image), "from", from(image)));
        }
        return sentences;
    }

    private static String from(Image image) {
        return image.builtFrom().stream().map(Base::name).distinct().collect(Collectors.joining(", "));
    }

    private String shared(Image image) {
        long count = image.builtFrom().stream()
                .flatMap(base -> base.layers().stream())
                .distinct()
                .filter(image.layers()::contains)
                .count();
        String key = count == 0 ? ".none" : count == 1 ? ".one" : "";
        return phrases.plain("multi.last-from.shared" + key, "count", amounts.count(count));
    }

    private static String askedFor(Executable program) {
        if (program.interpreter().isEmpty()) {
            return program.neededLibraries().isEmpty() ? ".none" : ".libraries";
        }
        return program.neededLibraries().isEmpty() ? ".loader" : "";
    }

    private Block linking(Executable program) {
        String libraries = Cut.within(String.join(", ", program.neededLibraries()), FirstLine.LIMIT);
        String asks = phrases.plain(
                "multi.static.asks" + askedFor(program),
                "loader",
                program.interpreter().orElse(""),
                "libraries",
                libraries);
        return phrases.says("multi.static.answer", "asks", asks);
    }
}
