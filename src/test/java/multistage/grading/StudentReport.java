package multistage.grading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.answers.AnswersFolder;
import multistage.answers.StudentAnswers;
import multistage.facts.Content;
import multistage.facts.Facts;
import multistage.facts.FactsJson;
import multistage.facts.Image;
import multistage.outcome.Feedback;
import multistage.outcome.Judged;
import multistage.outcome.Outcome.Verdict;
import multistage.outcome.Points;
import multistage.page.Document;
import multistage.page.Html;
import multistage.words.Language;

/** The files that a run leaves of one student's demo: the page, all that it is made from, and what graders read. */
public final class StudentReport {
    /** The claim that a multi-stage image has to hold to be ranked. */
    static final String ANSWERS = "MultiStageImageTest.answers";

    private static final String FACTS = "facts.json";
    private static final String GRADESCOPE = "results.json";
    private static final String CLASSROOM = "result.json";

    private final Path folder;
    private final String page;
    private final Language first;
    private final Map<String, String> environment;

    private StudentReport(Path folder, String page, Language first, Map<String, String> environment) {
        this.folder = folder;
        this.page = page;
        this.first = first;
        this.environment = environment;
    }

    /**
     * Of a run on one demo, whose page is {@code index.html}.
     *
     * @param folder where they are left
     * @param first the language that the page shows first, and in which graders are told
     * @param environment what tells of a submission to Classroom 50
     */
    public static StudentReport ofOne(Path folder, Language first, Map<String, String> environment) {
        return new StudentReport(folder, "index.html", first, environment);
    }

    /** The same of one student of a class, whose page is {@code answers.html}. */
    public static StudentReport inClass(Path folder, Language first, Map<String, String> environment) {
        return new StudentReport(folder, "answers.html", first, environment);
    }

    /**
     * Writes them, and tells what the student got.
     *
     * @param student how the student is shown
     * @param judged the demo, measured and judged
     * @param counting the claims that bring points, in the lesson's order
     * @param took how long it took to measure, where that is known
     */
    public Grade write(String student, Judged judged, List<String> counting, Optional<Duration> took) {
        List<Points> marks = Points.of(judged, counting);
        Grade grade = grade(student, judged, marks, took);
        Feedback feedback = new Feedback(first, judged);
        List<Document> documents = first.andTheOthers().stream()
                .map(language -> StudentAnswers.in(language, student, judged, marks))
                .toList();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(page, new Html(documents).render());
        files.put(FACTS, new FactsJson().write(judged));
        files.put(GRADESCOPE, new GradescopeResults(first).json(grade, feedback));
        Classroom50Result.of(environment).ifPresent(result -> files.put(CLASSROOM, result.json(grade, feedback)));
        new AnswersFolder(folder).write(files);
        return grade;
    }

    /** The page in the first of its languages, for that of a CI system's job. */
    public Document document(String student, Judged judged, List<String> counting) {
        return StudentAnswers.in(first, student, judged, Points.of(judged, counting));
    }

    private Grade grade(String student, Judged judged, List<Points> marks, Optional<Duration> took) {
        Facts facts = judged.facts();
        return new Grade(
                student,
                folder.getFileName().toString(),
                marks,
                Optional.empty(),
                facts.multi().ifBuilt().flatMap(Image::content).map(Content::bytes),
                facts.naive().ifBuilt().map(Image::historyBytes),
                Optional.ofNullable(judged.byClaim().get(ANSWERS))
                        .filter(outcome -> outcome.verdict() == Verdict.HELD)
                        .isPresent(),
                facts.provenance().measured(),
                took);
    }
}
