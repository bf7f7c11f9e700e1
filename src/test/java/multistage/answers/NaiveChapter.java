package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.Inventory;
import multistage.facts.Inventory.Folder;
import multistage.facts.Probe;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Amounts;

/** How big the naive image is, and why: its bytes as a picture, by instruction and by folder. */
final class NaiveChapter {
    /** Folders that weigh less than this part of the image, in percent, are told together. */
    private static final int NOTEWORTHY = 1;

    private final Phrases phrases;
    private final Amounts amounts;
    private final Facts facts;

    NaiveChapter(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.amounts = phrases.amounts();
        this.facts = facts;
    }

    Section section() {
        List<Block> blocks =
                facts.naive().ifBuilt().map(this::blocks).orElseGet(() -> List.of(phrases.notBuilt(facts.naive())));
        return new Section("naive", phrases.plain("naive"), blocks);
    }

    private List<Block> blocks(Image image) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(phrases.question("naive.size"));
        blocks.add(phrases.says("naive.size.answer"));
        blocks.add(phrases.question("naive.why"));
        blocks.add(image.base()
                .filter(base -> base.bytes() <= image.historyBytes())
                .map(base ->
                        phrases.says("naive.why.answer", "own", amounts.bytes(image.historyBytes() - base.bytes())))
                .orElseGet(() -> phrases.says("naive.why.no-base")));
        facts.naive()
                .ifRun()
                .filter(service ->
                        !service.probes().isEmpty() && service.probes().stream().allMatch(Probe::ran))
                .ifPresent(service -> blocks.add(phrases.says("naive.runs")));
        facts.multi().ifBuilt().ifPresent(multi -> {
            BytesPicture picture = new BytesPicture(phrases, image, multi);
            blocks.add(new Block.Drawing(picture.picture()));
            blocks.add(new Block.Tabular(picture.table()));
        });
        blocks.add(new Block.Tabular(HistoryTable.of(phrases, "layers.naive", image)));
        facts.naive().inventory().ifPresent(inventory -> {
            blocks.add(new Block.Tabular(folders(inventory)));
            hidden(image.historyBytes() - inventory.bytes()).ifPresent(blocks::add);
        });
        return blocks;
    }

    /** Layers keep what later ones hide; it is told only where history and folders are counted alike. */
    private Optional<Block> hidden(long bytes) {
        return bytes > 0 && facts.engine().historyCounts().equals("file bytes")
                ? Optional.of(phrases.says("folders.hidden", "bytes", amounts.bytes(bytes)))
                : Optional.empty();
    }

    private Table folders(Inventory inventory) {
        Table.Builder table = phrases.table("folders")
                .words(phrases.plain("folders.folder"))
                .number(phrases.plain("folders.files"))
                .number(phrases.plain("folders.bytes"))
                .number(phrases.plain("purposes.share"));
        long files = inventory.files();
        long bytes = inventory.bytes();
        for (Folder folder : inventory.folders()) {
            if (100 * folder.bytes() >= NOTEWORTHY * inventory.bytes()) {
                table.row(cells(Text.code(folder.path()), folder.files(), folder.bytes(), inventory));
                files -= folder.files();
                bytes -= folder.bytes();
            }
        }
        table.row(cells(phrases.text("folders.rest"), Math.max(0, files), Math.max(0, bytes), inventory));
        table.total(cells(phrases.text("purposes.total"), inventory.files(), inventory.bytes(), inventory));
        return table.build();
    }

    private Text[] cells(Text folder, long files, long bytes, Inventory inventory) {
        return new Text[] {
            folder,
            Text.plain(amounts.count(files)),
            Text.plain(amounts.bytes(bytes)),
            Text.plain(amounts.share(bytes, inventory.bytes()))
        };
    }
}
