package multistage.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import multistage.facts.Facts;
import multistage.outcome.Feedback;
import multistage.outcome.Judged;
import multistage.outcome.Outcome.Verdict;
import multistage.outcome.Points;
import multistage.page.Block;
import multistage.page.Document;
import multistage.page.Section;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Catalogue;
import multistage.words.Language;
import multistage.words.Words;

/** What a student is told of their own two images: points, what to look at, the images side by side, and every claim. */
public final class StudentAnswers {
    private final Phrases phrases;
    private final Feedback feedback;
    private final Facts facts;
    private final List<Points> marks;

    private StudentAnswers(Language language, Judged judged, List<Points> marks) {
        Words words = Words.read("answers", language).and(Words.read("students", language));
        this.facts = judged.facts();
        this.phrases = new Phrases(language, facts, words);
        this.feedback = new Feedback(language, judged);
        this.marks = marks;
    }

    /**
     * The page in one language.
     *
     * @param student how the student is shown
     * @param judged their demo, measured and judged
     * @param marks what each claim that counts brought, in the lesson's order
     */
    public static Document in(Language language, String student, Judged judged, List<Points> marks) {
        return new StudentAnswers(language, judged, marks).document(student);
    }

    private Document document(String student) {
        Language language = phrases.language();
        return new Document(
                language.code(),
                language.title(),
                phrases.plain("language"),
                phrases.plain("student.title", "student", student),
                lead(),
                List.of(
                        section("mend", mends()),
                        section("images", new TwoImages(phrases, facts).blocks()),
                        section("marks", claims()),
                        section(
                                "provenance",
                                List.of(new Block.Tabular(new ProvenanceChapter(phrases, facts).table())))));
    }

    private Section section(String name, List<Block> blocks) {
        return new Section(name, phrases.plain(name), blocks);
    }

    private List<Block> lead() {
        List<Block> lead = new ArrayList<>();
        lead.add(phrases.says(
                "student.score",
                "points",
                phrases.amounts().count(Points.sum(marks)),
                "of",
                phrases.amounts().count(Points.outOf(marks)),
                "held",
                phrases.amounts().count(count(Verdict.HELD)),
                "count",
                phrases.amounts().count(marks.size()),
                "date",
                phrases.amounts().date(facts.provenance().measured()),
                "engine",
                facts.engine().brief()));
        phrases.standInWarning().ifPresent(lead::add);
        return lead;
    }

    private List<Block> mends() {
        List<Block> blocks = new ArrayList<>();
        marks.stream().filter(mark -> mark.verdict() == Verdict.FAILED).forEach(mark -> addMend(mark, blocks));
        long unjudged = count(Verdict.NOT_JUDGED);
        if (unjudged > 0) {
            blocks.add(phrases.says(
                    unjudged == 1 ? "student.unjudged.one" : "student.unjudged",
                    "count",
                    phrases.amounts().count(unjudged)));
        }
        return blocks.isEmpty() ? List.of(phrases.says("student.all-held")) : blocks;
    }

    private void addMend(Points mark, List<Block> blocks) {
        String claim = mark.claim();
        blocks.add(new Block.Heading(phrases.text(
                "mend.claim",
                "sentence",
                feedback.wholeSentence(claim),
                "points",
                phrases.amounts().count(mark.points()),
                "of",
                phrases.amounts().count(mark.of()))));
        List<String> found = feedback.found(claim);
        found.stream().limit(1).forEach(line -> blocks.add(new Block.Paragraph(Text.plain(line))));
        if (found.size() > 1) {
            blocks.add(new Block.Printed(found.subList(1, found.size())));
        }
        feedback.why(claim).ifPresent(why -> blocks.add(phrases.says("mend.why", "why", why)));
        feedback.hint(claim).ifPresent(hint -> blocks.add(phrases.says("mend.hint", "hint", hint)));
    }

    /** A table for each class of claims. */
    private List<Block> claims() {
        Map<String, Table.Builder> chapters = new LinkedHashMap<>();
        for (Points mark : marks) {
            String chapter = Catalogue.chapter(mark.claim());
            chapters.computeIfAbsent(chapter, key -> table(feedback.sentence(key)))
                    .row(
                            Text.plain(feedback.sentence(mark.claim())),
                            Text.plain(mark.verdict().sign() + " "
                                    + phrases.plain("claims." + mark.verdict().key())),
                            phrases.text(
                                    "marks.of",
                                    "points",
                                    phrases.amounts().count(mark.points()),
                                    "of",
                                    phrases.amounts().count(mark.of())),
                            Text.plain(feedback.brief(mark.claim())));
        }
        return chapters.values().stream()
                .map(Table.Builder::build)
                .<Block>map(Block.Tabular::new)
                .toList();
    }

    private Table.Builder table(String caption) {
        return new Table.Builder(Text.plain(caption))
                .words(phrases.plain("marks.claim"))
                .words(phrases.plain("marks.verdict"))
                .number(phrases.plain("marks.score"))
                .words(phrases.plain("marks.found"));
    }

    private long count(Verdict verdict) {
        return marks.stream().filter(mark -> mark.verdict() == verdict).count();
    }
}
