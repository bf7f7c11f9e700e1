package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import multistage.facts.Content;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.Inventory;
import multistage.page.Block;
import multistage.page.Section;

/** What the lesson does not mention and students ask about. */
final class FindingsChapter {
    private static final int PATHS_SHOWN = 20;

    private final Phrases phrases;
    private final Facts facts;

    FindingsChapter(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.facts = facts;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        facts.naive().ifBuilt().ifPresent(naive -> {
            blocks.add(phrases.question("findings.git"));
            blocks.add(new GitFinding(phrases, facts).answer(naive));
            blocks.add(phrases.question("findings.caches"));
            blocks.add(new CachesFinding(phrases, facts).answer(naive));
        });
        blocks.add(phrases.question("findings.lacks"));
        blocks.add(new Block.Tabular(LacksTable.of(phrases, facts)));
        blocks.add(phrases.question("findings.exposes"));
        blocks.add(new Block.Tabular(new ExposureTable(phrases, facts).table()));
        addSetuidFiles(blocks);
        facts.multi().ifBuilt().ifPresent(multi -> addPacked(multi, blocks));
        return new Section("findings", phrases.plain("findings"), blocks);
    }

    private void addSetuidFiles(List<Block> blocks) {
        facts.naive()
                .inventory()
                .map(Inventory::setuid)
                .filter(paths -> !paths.isEmpty())
                .ifPresent(paths -> blocks.add(
                        phrases.says("findings.exposes.setuid.list", "paths", Phrases.first(PATHS_SHOWN, paths))));
    }

    private void addPacked(Image multi, List<Block> blocks) {
        Optional<Long> content = multi.content().map(Content::bytes).filter(bytes -> bytes > 0);
        multi.packedBytes().filter(packed -> content.isPresent()).ifPresent(packed -> {
            blocks.add(phrases.question("findings.packed"));
            blocks.add(phrases.says(
                    "findings.packed.answer",
                    "packed",
                    phrases.amounts().bytes(packed),
                    "share",
                    phrases.amounts().share(packed, content.orElseThrow())));
        });
    }
}
