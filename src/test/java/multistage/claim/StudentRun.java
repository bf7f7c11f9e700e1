package multistage.claim;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import multistage.answers.AnswersFolder;
import multistage.answers.Judged;
import multistage.answers.Language;
import multistage.answers.Messages;
import multistage.answers.Outcome;
import multistage.answers.Outcome.Verdict;
import multistage.answers.StepSummary;
import multistage.answers.Summary;
import multistage.ci.CiReport;
import multistage.ci.Findings;
import multistage.ci.Repository;
import multistage.demo.Demo;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.grading.Grade;
import multistage.grading.StudentReport;

/** A run on one student's demo, which is held to the principles. */
final class StudentRun extends Run {
    private final Demo demo;
    private final Supplier<Facts> measuring;
    private final Language language;
    private final Path answers;
    private final StudentReport report;
    private final StepSummary jobPage;
    private final CiReport ci;
    private final Passed passed;
    private Optional<Facts> facts = Optional.empty();

    /**
     * @param demo whose it is
     * @param measuring how its facts are made
     * @param language the language in which it is told
     * @param folder where the answers are left, and what CI systems read
     * @param environment what tells which CI system this is, and what graders want to know
     */
    StudentRun(Demo demo, Supplier<Facts> measuring, Language language, Path folder, Map<String, String> environment) {
        super(language);
        this.demo = demo;
        this.measuring = measuring;
        this.language = language;
        this.answers = folder.resolve("answers");
        this.report = StudentReport.ofOne(answers, language, environment);
        this.jobPage = new StepSummary(environment.get("GITHUB_STEP_SUMMARY"));
        this.ci = new CiReport(folder, environment);
        this.passed = new Passed(folder);
    }

    /** Under the options of this run. */
    static StudentRun of(Demo demo) {
        Language language = Language.ofRun();
        return new StudentRun(
                demo,
                () -> OneDemo.measure(demo, Options.ofRun(), Messages.in(language)),
                language,
                Path.of("target"),
                System.getenv());
    }

    @Override
    void begin() {
        AnswersFolder.empty(answers);
        ci.begin();
        passed.forget();
    }

    @Override
    void measure() {
        facts = Optional.of(measuring.get());
    }

    @Override
    Stream<Facts> measuredFacts() {
        return facts.stream();
    }

    @Override
    void tell() {
        Facts measured = facts.orElseThrow();
        List<Outcome> outcomes = outcomes(measured.demo());
        System.out.println();
        Summary.whole(language).lines(measured, outcomes).forEach(System.out::println);
        Judged judged = new Judged(measured, outcomes, Optional.empty());
        Grade grade = report.write(demo.name(), judged, Judge.principles(), Optional.empty());
        System.out.println();
        System.out.println(say(Message.of("Points: %s of %s", grade.points(), grade.of())));
        System.out.println(say(Message.of("Answers: %s", page())));
        ci.tell(new Findings(language, Repository.pathOf(demo.folder())).of(measured, outcomes));
        report.addTo(jobPage, demo.name(), judged, Judge.principles());
        tellWhetherItPassed(outcomes);
    }

    private void tellWhetherItPassed(List<Outcome> outcomes) {
        long held = outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.HELD)
                .count();
        if (held > 0 && held == outcomes.size()) {
            passed.note();
        } else {
            passed.noteNot(say(
                    Message.of("%s of %s claims hold: %s says why the others do not.", held, outcomes.size(), page())));
        }
    }

    private String page() {
        return answers.resolve("index.html").toString();
    }

    @Override
    void tellThatNothingWasMeasured(String why) {
        System.out.println("\n" + why);
        ci.tell(List.of(Findings.nothingMeasured(why)));
    }
}
