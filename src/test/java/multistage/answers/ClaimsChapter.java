package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import multistage.outcome.Feedback;
import multistage.page.Block;
import multistage.page.Section;
import multistage.page.Text;
import multistage.page.VerdictLine;

/** What became of each claim, in the lesson's order, with what was found and, where it failed, a hint. */
final class ClaimsChapter {
    private final Phrases phrases;
    private final Feedback feedback;

    ClaimsChapter(Phrases phrases, Feedback feedback) {
        this.phrases = phrases;
        this.feedback = feedback;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(phrases.says("claims.answer"));
        feedback.chapters().forEach((heading, claims) -> {
            blocks.add(new Block.Heading(Text.plain(heading)));
            blocks.add(new Block.Verdicts(claims.stream().map(this::line).toList()));
        });
        return new Section("claims", phrases.plain("claims"), blocks);
    }

    private VerdictLine line(String claim) {
        String kind = feedback.verdict(claim).key();
        return new VerdictLine(
                kind,
                feedback.verdict(claim).sign(),
                phrases.plain("claims." + kind),
                phrases.text("claims.sentence", "sentence", feedback.sentence(claim)),
                Text.plain(feedback.brief(claim)),
                feedback.why(claim).map(why -> phrases.text("claims.why", "why", why)),
                feedback.hint(claim).map(hint -> phrases.text("claims.hint", "hint", hint)));
    }
}
