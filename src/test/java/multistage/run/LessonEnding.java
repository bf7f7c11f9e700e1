package multistage.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import multistage.answers.Answers;
import multistage.answers.LastWhatIf;
import multistage.answers.Report;
import multistage.ci.CiReport;
import multistage.ci.Finding;
import multistage.ci.Findings;
import multistage.console.Announcements;
import multistage.console.BaselineSummary;
import multistage.console.Summary;
import multistage.docker.TaskGroup;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.WhatIf;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.page.Section;
import multistage.words.Language;
import multistage.words.Messages;

/** How a run on the lesson's own demo ends: with its verdicts on the console, the answers on the page of a CI job, and in a folder; and for CI. */
final class LessonEnding {
    /** The reference demo's folder, relative to the project. */
    private static final String DEMO = "docker";

    private static final Path WHAT_IF = Path.of("what-if.json");

    private final Language language;
    private final Report report;
    /** Read while the demo is measured: it takes a moment for which the end would wait. */
    private final CompletableFuture<Optional<WhatIf>> whatIf;

    private final Findings findings;
    private final CiReport ci;
    private final BaselineSummary baselineSummary;
    private final Messages messages;

    /**
     * @param language the language in which it is told
     * @param folder where the answers are left, and what CI systems read
     * @param environment what tells which CI system this is, and where its job's page is written
     */
    LessonEnding(Language language, Path folder, Map<String, String> environment) {
        this.language = language;
        this.report = new Report(folder, language);
        LastWhatIf last = new LastWhatIf(folder.resolve(WHAT_IF), Path.of(DEMO).resolve(WHAT_IF));
        this.whatIf = CompletableFuture.supplyAsync(last::read);
        this.ci = new CiReport(folder, environment);
        this.findings = new Findings(language, DEMO);
        this.baselineSummary = new BaselineSummary(language);
        this.messages = Messages.in(language);
    }

    Language language() {
        return language;
    }

    /** Removes what an earlier run left, lest it pass for this one's, and readies the console for what is not ours. */
    void begin() {
        report.forget();
        ci.begin();
    }

    void tell(Facts facts, List<Outcome> outcomes, BaselineOutcome baseline) {
        System.out.println();
        Judged judged = new Judged(facts, outcomes);
        Summary.brief(language).lines(judged).forEach(System.out::println);
        Judged withWhatIf = new Judged(facts, outcomes, TaskGroup.result(whatIf));
        Path page = report.write(withWhatIf);
        System.out.println();
        lines(baseline).forEach(System.out::println);
        new Announcements(messages, System.out).answers(page);
        ci.tell(found(judged, baseline));
        ci.show(
                () -> Answers.in(language, withWhatIf).startingWith(moved(baseline)),
                messages.say(Message.of("… %s holds the rest", "facts.json")));
    }

    private Stream<String> lines(BaselineOutcome baseline) {
        return Stream.of(
                        baseline.comparison().map(baselineSummary::line),
                        baseline.unreadable().map(baselineSummary::unreadable),
                        Optional.of(baselineSummary.notRewritten()).filter(line -> baseline.stillToRewrite()))
                .flatMap(Optional::stream);
    }

    private List<Section> moved(BaselineOutcome baseline) {
        return baseline.comparison().flatMap(baselineSummary::section).stream().toList();
    }

    private List<Finding> found(Judged judged, BaselineOutcome baseline) {
        return Stream.of(
                        findings.of(judged),
                        baseline.comparison().map(findings::of).orElse(List.of()),
                        baseline.unreadable().map(findings::unreadable).stream().toList())
                .flatMap(List::stream)
                .toList();
    }

    /** Of a run without facts the tests themselves say why; CI is told too. */
    void tellThatNothingWasMeasured(String why) {
        ci.tell(List.of(Findings.nothingMeasured(why)));
    }
}
