package multistage.answers;

import java.util.ArrayList;
import java.util.List;
import multistage.facts.Facts;
import multistage.outcome.Feedback;
import multistage.outcome.Judged;
import multistage.outcome.Outcome.Verdict;
import multistage.page.Block;
import multistage.page.Document;
import multistage.words.Catalogue;
import multistage.words.Language;

/** The reference answers to the lesson's questions, in the lesson's order: the one model that every form is written from. */
public final class Answers {
    private Answers() {}

    /** The answers in one language: the same for the same input, whenever and wherever. */
    public static Document in(Language language, Judged judged) {
        return said(new Phrases(language, judged.facts()), judged);
    }

    /** The answers in these phrases. */
    static Document said(Phrases phrases, Judged judged) {
        Facts facts = judged.facts();
        return new Document(
                phrases.language().code(),
                phrases.language().title(),
                phrases.plain("language"),
                phrases.plain("title"),
                lead(phrases, judged),
                List.of(
                        new NaiveChapter(phrases, facts).section(),
                        new MultiStageChapter(phrases, facts).section(),
                        new FindingsChapter(phrases, facts).section(),
                        new WhatIfChapter(phrases).section(judged.whatIf()),
                        new CommandsChapter(phrases, Commands.read()).section(),
                        new ClaimsChapter(phrases, new Feedback(phrases.language(), judged)).section(),
                        new ProvenanceChapter(phrases, facts).section()));
    }

    private static List<Block> lead(Phrases phrases, Judged judged) {
        List<Block> lead = new ArrayList<>();
        Facts facts = judged.facts();
        lead.add(phrases.says(
                "lead",
                "date",
                phrases.amounts().date(facts.provenance().measured()),
                "engine",
                facts.engine().brief()));
        phrases.standInWarning().ifPresent(lead::add);
        addVerdict(phrases, judged, lead);
        return lead;
    }

    private static void addVerdict(Phrases phrases, Judged judged, List<Block> lead) {
        int some = judged.byClaim().size();
        int all = Catalogue.read(phrases.language()).claims().size();
        String run = phrases.amounts().count(some);
        if (some < all) {
            lead.add(new Block.Warning(phrases.text(
                    "lead.partial", "run", run, "all", phrases.amounts().count(all))));
        }
        long failed = judged.count(Verdict.FAILED);
        long unjudged = judged.count(Verdict.NOT_JUDGED);
        if (failed + unjudged > 0) {
            lead.add(new Block.Warning(phrases.text(
                    "lead.some-failed",
                    "count",
                    run,
                    "failed",
                    phrases.amounts().count(failed),
                    "unjudged",
                    phrases.amounts().count(unjudged))));
        } else if (some > 0) {
            lead.add(phrases.says(some == 1 ? "lead.held.one" : "lead.held", "count", run));
        }
    }
}
