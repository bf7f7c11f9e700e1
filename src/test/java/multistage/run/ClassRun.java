package multistage.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import multistage.demo.Demo;
import multistage.demo.Subject;
import multistage.facts.Cut;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.Telling;
import multistage.grading.ClassReport;
import multistage.grading.ClassSummary;
import multistage.grading.Grade;
import multistage.grading.StudentReport;
import multistage.outcome.Judged;
import multistage.run.FactsStore.Stored;
import multistage.words.FirstLine;
import multistage.words.Language;
import multistage.words.Messages;

/** A run on a class: each student's demo is held to the principles, and what keeps one from that touches no other. */
final class ClassRun extends GradedRun {
    private static final int BRIEF = 160;

    private final Subject subject;
    private final FactsStore store;
    private final ClassMeasuring measuring;
    private final Map<String, String> environment;
    /** Why a student could not be judged, for a reason that is not theirs. */
    private final Map<String, String> troubles = new TreeMap<>();

    /**
     * @param subject the class
     * @param store where what was measured is kept
     * @param measuring how what was not measured before is measured
     * @param language the language in which it is told
     * @param folder where the answers are left, and what CI systems read
     * @param environment what tells which CI system this is, and what graders want to know
     * @param counting the claims that bring points
     */
    ClassRun(
            Subject subject,
            FactsStore store,
            ClassMeasuring measuring,
            Language language,
            Path folder,
            Map<String, String> environment,
            List<String> counting) {
        super(language, folder, environment, counting);
        this.subject = subject;
        this.store = store;
        this.measuring = measuring;
        this.environment = environment;
    }

    /** Under the options of this run. */
    static ClassRun of(Subject subject, Options options) {
        if (options.keep()) {
            throw new IllegalArgumentException(
                    "-Dkeep=true keeps the images of one demo, and this is a class: name one student's folder");
        }
        Language language = options.language();
        Messages messages = Messages.in(language);
        FactsStore store = new FactsStore(Path.of("target", "measured"));
        return new ClassRun(
                subject,
                store,
                new ClassMeasuring(
                        subject, store, () -> EngineMeasurer.open(options, messages), options, messages, System.out),
                language,
                FOLDER,
                System.getenv(),
                Principles.keys());
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
    List<StudentStatus> statuses() {
        requireMeasured();
        return subject.demos().stream()
                .map(student -> new StudentStatus(student.name(), Optional.ofNullable(troubles.get(student.name()))))
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
        announcements.answers(page);
        ci.show(() -> summary.document(subject.name(), grades), say(Message.of("… %s holds the rest", "class.csv")));
        if (troubles.isEmpty()) {
            passed.note();
        } else {
            passed.noteNot(say(Message.of(
                    "Not all could be judged, for reasons that are not theirs: %s. Run this again: it goes on from what was measured.",
                    String.join(", ", troubles.keySet()))));
        }
    }

    /** What the student gets; what keeps that from being told is a trouble like others, and touches nobody else. */
    private Grade grade(Demo student) {
        String name = student.name();
        judgedInPart(name).ifPresent(why -> broke(name, why));
        if (!troubles.containsKey(name)) {
            try {
                return graded(student);
            } catch (RuntimeException broken) {
                broke(name, say(Telling.of(broken)));
            }
        }
        return Grade.withoutMarks(name, subject.folders().get(name), troubles.get(name), Instant.now());
    }

    private Grade graded(Demo student) {
        Stored stored = stored(student);
        return StudentReport.inClass(answers.resolve(subject.folders().get(student.name())), language, environment)
                .write(
                        student.name(),
                        new Judged(stored.facts(), outcomes(student.name())),
                        counting,
                        Optional.of(stored.took()));
    }

    private Stored stored(Demo student) {
        return store.read(subject.folders().get(student.name()))
                .orElseThrow(() -> new IllegalStateException("what was measured of " + student.name()
                        + " is no longer in " + store + ": does another run use this folder?"));
    }

    /** Whose it is, and as much as there is room for in a list of many. */
    @Override
    String inBrief(String student, String said) {
        return student + ": " + Cut.within(FirstLine.of(said), BRIEF);
    }
}
