package multistage.claim;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import multistage.answers.AnswersFolder;
import multistage.answers.Judged;
import multistage.answers.Language;
import multistage.answers.Messages;
import multistage.answers.StepSummary;
import multistage.answers.page.Span;
import multistage.ci.CiReport;
import multistage.ci.Findings;
import multistage.demo.Demo;
import multistage.demo.Subject;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.grading.ClassReport;
import multistage.grading.ClassSummary;
import multistage.grading.Grade;
import multistage.grading.StudentReport;
import multistage.measure.FactsStore;
import multistage.measure.FactsStore.Stored;

/** A run on a class: each student's demo is held to the principles, and what keeps one from that touches no other. */
final class ClassRun extends Run {
    private final Subject subject;
    private final FactsStore store;
    private final ClassMeasuring measuring;
    private final Language language;
    private final Path answers;
    private final Map<String, String> environment;
    private final CiReport ci;
    private final Passed passed;
    /** Why a student could not be judged, for a reason that is not theirs. */
    private final Map<String, String> troubles = new TreeMap<>();

    /**
     * @param subject the class
     * @param store where what was measured is kept
     * @param measuring how what was not measured before is measured
     * @param language the language in which it is told
     * @param folder where the answers are left, and what CI systems read
     * @param environment what tells which CI system this is, and what graders want to know
     */
    ClassRun(
            Subject subject,
            FactsStore store,
            ClassMeasuring measuring,
            Language language,
            Path folder,
            Map<String, String> environment) {
        super(language);
        this.subject = subject;
        this.store = store;
        this.measuring = measuring;
        this.language = language;
        this.answers = folder.resolve("answers");
        this.environment = environment;
        this.ci = new CiReport(folder, environment);
        this.passed = new Passed(folder);
    }

    /** Under the options of this run. */
    static ClassRun of(Subject subject) {
        Options options = Options.ofRun();
        Language language = Language.ofRun();
        Messages messages = Messages.in(language);
        FactsStore store = new FactsStore(Path.of("target", "measured"));
        return new ClassRun(
                subject,
                store,
                new ClassMeasuring(
                        subject, store, () -> EngineBench.open(options, messages), options, messages, System.out),
                language,
                Path.of("target"),
                System.getenv());
    }

    @Override
    void begin() {
        passed.forget();
        AnswersFolder.empty(answers);
        ci.begin();
    }

    @Override
    void measure() {
        troubles.putAll(measuring.measure());
    }

    @Override
    Stream<Facts> measuredFacts() {
        return subject.demos().stream()
                .filter(student -> !troubles.containsKey(student.name()))
                .map(student -> stored(student).facts());
    }

    /** Each student, and whether they could be measured. */
    List<Presence> presences() {
        requireMeasured();
        return subject.demos().stream()
                .map(student -> new Presence(student.name(), Optional.ofNullable(troubles.get(student.name()))))
                .toList();
    }

    @Override
    synchronized void broke(String student, String why) {
        troubles.putIfAbsent(student, why);
    }

    @Override
    void tell() {
        List<Grade> grades = new ArrayList<>();
        subject.demos().forEach(student -> grades.add(grade(student)));
        Path page = new ClassReport(answers, language).write(subject.name(), grades);
        System.out.println();
        ClassSummary summary = new ClassSummary(language);
        summary.lines(grades).forEach(System.out::println);
        System.out.println(say(Message.of("Answers: %s", page.toString())));
        summary.addTo(new StepSummary(environment.get("GITHUB_STEP_SUMMARY")), subject.name(), grades);
        if (troubles.isEmpty()) {
            passed.note();
        } else {
            passed.noteNot(say(Message.of(
                    "Not all could be judged, for reasons that are not theirs: %s. Run this again: it goes on from what was measured.",
                    Span.plain(String.join(", ", troubles.keySet())).words())));
        }
    }

    private Grade grade(Demo student) {
        String name = student.name();
        String folder = subject.folders().get(name);
        if (troubles.containsKey(name)) {
            return Grade.withoutMarks(name, folder, troubles.get(name), Instant.now());
        }
        Stored stored = stored(student);
        return StudentReport.inClass(answers.resolve(folder), language, environment)
                .write(
                        name,
                        new Judged(stored.facts(), outcomes(name), Optional.empty()),
                        Judge.principles(),
                        Optional.of(stored.took()));
    }

    private Stored stored(Demo student) {
        return store.read(subject.folders().get(student.name()))
                .orElseThrow(() -> new IllegalStateException("what was measured of " + student.name()
                        + " is no longer in " + store + ": does another run use this folder?"));
    }

    @Override
    void tellThatNothingWasMeasured(String why) {
        System.out.println("\n" + why);
        ci.tell(List.of(Findings.nothingMeasured(why)));
    }
}
