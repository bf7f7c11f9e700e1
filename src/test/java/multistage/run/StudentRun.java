package multistage.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import multistage.ci.Findings;
import multistage.ci.Repository;
import multistage.console.Summary;
import multistage.demo.Demo;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.grading.Grade;
import multistage.grading.StudentReport;
import multistage.outcome.Judged;
import multistage.outcome.Outcome.Verdict;
import multistage.words.FirstLine;
import multistage.words.Language;
import multistage.words.Messages;

/** A run on one student's demo, which is held to the principles. */
final class StudentRun extends GradedRun {
    private final Demo demo;
    private final Supplier<Facts> measuring;
    private final StudentReport report;
    private Optional<Facts> facts = Optional.empty();
    private Optional<String> broken = Optional.empty();

    /**
     * @param demo whose it is
     * @param measuring how its facts are made
     * @param language the language in which it is told
     * @param folder where the answers are left, and what CI systems read
     * @param environment what tells which CI system this is, and what graders want to know
     * @param counting the claims that bring points
     */
    StudentRun(
            Demo demo,
            Supplier<Facts> measuring,
            Language language,
            Path folder,
            Map<String, String> environment,
            List<String> counting) {
        super(language, folder, environment, counting);
        this.demo = demo;
        this.measuring = measuring;
        this.report = StudentReport.ofOne(answers, language, environment);
    }

    /** Under the options of this run. */
    static StudentRun of(Demo demo, Options options) {
        Language language = options.language();
        return new StudentRun(
                demo,
                () -> OneDemo.measure(demo, options, Messages.in(language)),
                language,
                FOLDER,
                System.getenv(),
                Principles.keys());
    }

    @Override
    void begin() {
        super.begin();
        System.out.println(say(Message.of("Demo: %s", demo.folder().toString())));
    }

    @Override
    void measure() {
        Facts measured = measuring.get();
        EngineTrouble.reason(measured).ifPresent(why -> {
            throw new NotTheStudentsFault(Message.of("%s could not be judged: %s", demo.name(), why));
        });
        facts = Optional.of(measured);
    }

    @Override
    Stream<Facts> measuredFacts() {
        return facts.stream();
    }

    @Override
    synchronized void broke(String student, String why) {
        broken = broken.or(() -> Optional.of(why));
    }

    @Override
    void tell() {
        broken.ifPresentOrElse(this::tellThatNothingWasMeasured, this::tellWhatWasJudged);
    }

    private void tellWhatWasJudged() {
        Facts measured = facts.orElseThrow();
        Judged judged = new Judged(measured, outcomes(measured.demo()));
        System.out.println();
        Summary.whole(language).lines(judged).forEach(System.out::println);
        Grade grade = report.write(demo.name(), judged, counting, Optional.empty());
        System.out.println();
        System.out.println(say(Message.of("Points: %s of %s", grade.points(), grade.of())));
        announcements.answers(page());
        ci.tell(new Findings(language, Repository.pathOf(demo.folder())).of(judged));
        ci.show(
                () -> report.document(demo.name(), judged, counting),
                say(Message.of("… %s holds the rest", "facts.json")));
        tellWhetherItPassed(judged);
    }

    private void tellWhetherItPassed(Judged judged) {
        long held = judged.count(Verdict.HELD);
        int all = judged.byClaim().size();
        Optional<String> inPart = judgedInPart(judged.facts().demo());
        if (inPart.isPresent()) {
            passed.noteNot(inPart.get());
        } else if (held < all) {
            passed.noteNot(say(
                    Message.of("%s of %s claims hold: %s says why the others do not.", held, all, page().toString())));
        } else {
            passed.note();
        }
    }

    private Path page() {
        return answers.resolve("index.html");
    }

    /** The rest stands above, among the claims. */
    @Override
    String inBrief(String student, String said) {
        return FirstLine.of(said);
    }
}
