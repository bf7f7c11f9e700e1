package multistage.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Text;
import multistage.page.VerdictLine;
import multistage.words.Catalogue;

/** What became of each claim, in the lesson's order, with what was found and, where it failed, a hint. */
final class ClaimsChapter {
    private final Phrases phrases;
    private final Catalogue catalogue;

    ClaimsChapter(Phrases phrases, Catalogue catalogue) {
        this.phrases = phrases;
        this.catalogue = catalogue;
    }

    /** @param byClaim what became of each claim, by its key */
    Section section(Map<String, Outcome> byClaim) {
        Map<String, List<VerdictLine>> chapters = new LinkedHashMap<>();
        for (String claim : catalogue.claims()) {
            if (byClaim.containsKey(claim)) {
                chapters.computeIfAbsent(Catalogue.chapter(claim), chapter -> new ArrayList<>())
                        .add(line(byClaim.get(claim)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(phrases.says("claims.answer"));
        chapters.forEach((chapter, lines) -> {
            blocks.add(new Block.Heading(Text.plain(catalogue.sentence(chapter).orElse(chapter))));
            blocks.add(new Block.Verdicts(lines));
        });
        return new Section("claims", phrases.plain("claims"), blocks);
    }

    private VerdictLine line(Outcome outcome) {
        boolean held = outcome.verdict() == Verdict.HELD;
        boolean failed = outcome.verdict() == Verdict.FAILED;
        String claim = outcome.claim();
        String kind = outcome.verdict().key();
        return new VerdictLine(
                kind,
                outcome.verdict().sign(),
                phrases.plain("claims." + kind),
                phrases.text(
                        "claims.sentence", "sentence", catalogue.sentence(claim).orElse(claim)),
                Text.plain(held ? phrases.filled(catalogue.found(claim).orElse("")) : phrases.said(outcome.message())),
                failed ? catalogue.why(claim).map(why -> phrases.text("claims.why", "why", why)) : Optional.empty(),
                failed
                        ? catalogue.hint(claim).map(hint -> phrases.text("claims.hint", "hint", hint))
                        : Optional.empty());
    }
}
