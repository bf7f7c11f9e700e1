package multistage.answers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import multistage.facts.Base;
import multistage.facts.Facts;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.page.Block;
import multistage.page.Document;
import multistage.words.Catalogue;
import multistage.words.Language;

/** The reference answers to the lesson's questions, in the lesson's order: the one model that every form is written from. */
final class Answers {
    private Answers() {}

    /** The answers in one language: the same for the same input, whenever and wherever. */
    static Document in(Language language, Judged judged) {
        return said(new Phrases(language, judged.facts()), judged);
    }

    /** The answers in these phrases. */
    static Document said(Phrases phrases, Judged judged) {
        Facts facts = judged.facts();
        Catalogue catalogue = Catalogue.read(phrases.language());
        return new Document(
                phrases.language().code(),
                phrases.language().title(),
                phrases.plain("language"),
                phrases.plain("title"),
                lead(phrases, judged, catalogue.claims().size()),
                List.of(
                        new NaiveChapter(phrases, facts).section(),
                        new MultiStageChapter(phrases, facts).section(),
                        new FindingsChapter(phrases, facts).section(),
                        new WhatIfChapter(phrases).section(judged.whatIf()),
                        new CommandsChapter(phrases, Commands.read()).section(),
                        new ClaimsChapter(phrases, catalogue).section(judged.byClaim()),
                        new ProvenanceChapter(phrases, facts).section()));
    }

    private static List<Block> lead(Phrases phrases, Judged judged, int all) {
        List<Block> lead = new ArrayList<>();
        Facts facts = judged.facts();
        lead.add(phrases.says(
                "lead",
                "date",
                phrases.amounts().date(facts.provenance().measured()),
                "engine",
                facts.engine().brief()));
        ProvenanceChapter.base(facts)
                .filter(Base::standIn)
                .ifPresent(base -> lead.add(new Block.Warning(phrases.text("lead.stand-in", "image", base.name()))));
        addVerdict(phrases, judged.byClaim().values(), all, lead);
        return lead;
    }

    private static void addVerdict(Phrases phrases, Collection<Outcome> claims, int all, List<Block> lead) {
        String run = phrases.amounts().count(claims.size());
        if (claims.size() < all) {
            lead.add(new Block.Warning(phrases.text(
                    "lead.partial", "run", run, "all", phrases.amounts().count(all))));
        }
        long failed = count(claims, Verdict.FAILED);
        long unjudged = count(claims, Verdict.NOT_JUDGED);
        if (failed + unjudged > 0) {
            lead.add(new Block.Warning(phrases.text(
                    "lead.some-failed",
                    "count",
                    run,
                    "failed",
                    phrases.amounts().count(failed),
                    "unjudged",
                    phrases.amounts().count(unjudged))));
        } else if (!claims.isEmpty()) {
            lead.add(phrases.says(claims.size() == 1 ? "lead.held.one" : "lead.held", "count", run));
        }
    }

    private static long count(Collection<Outcome> claims, Verdict verdict) {
        return claims.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }
}
