package multistage.claim;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.answers.Judged;
import multistage.answers.Language;
import multistage.answers.LastWhatIf;
import multistage.answers.Outcome;
import multistage.answers.Report;
import multistage.answers.StepSummary;
import multistage.answers.Summary;
import multistage.baseline.BaselineComparison;
import multistage.baseline.ChangeTable;
import multistage.facts.Facts;

/** How a run ends: with its verdicts on the console, the answers on the page of a CI job, and in a folder, which comes last. */
final class Ending {
    private static final Path WHAT_IF = Path.of("what-if.json");

    private final Language language;
    private final Report report;
    private final LastWhatIf whatIf;
    private final StepSummary jobPage;

    /**
     * @param language the language in which it is told
     * @param folder where the answers are left
     * @param jobPage the file of the job's page
     */
    Ending(Language language, Path folder, StepSummary jobPage) {
        this.language = language;
        this.report = new Report(folder, language);
        this.whatIf = new LastWhatIf(folder.resolve(WHAT_IF), Path.of("docker").resolve(WHAT_IF));
        this.jobPage = jobPage;
    }

    /** In the run's language, in the folder target. */
    static Ending ofRun() {
        return new Ending(Language.ofRun(), Path.of("target"), new StepSummary(System.getenv("GITHUB_STEP_SUMMARY")));
    }

    /** Removes what an earlier run left, lest it pass for this one's. */
    void forgetEarlier() {
        report.forget();
    }

    /** @param comparison the facts beside the committed ones, if they were compared */
    void tell(Facts facts, List<Outcome> outcomes, Optional<BaselineComparison> comparison) {
        System.out.println();
        new Summary(language).lines(facts, outcomes).forEach(System.out::println);
        Judged judged = new Judged(facts, outcomes, whatIf.read());
        Path page = report.write(judged);
        System.out.println();
        comparison.map(Ending::line).ifPresent(System.out::println);
        System.out.println("Answers: " + page);
        jobPage.add(judged, language);
    }

    private static String line(BaselineComparison comparison) {
        if (comparison.rewritten()) {
            return "Baseline: docker/baseline.json is rewritten; look at what has changed in it, then commit it";
        }
        boolean differs =
                !comparison.changes().isEmpty() || comparison.unknown().isPresent();
        return "Baseline: " + new ChangeTable(comparison).title()
                + comparison.unknown().map("; "::concat).orElse("")
                + (differs ? "; target/baseline.json is what this run would make of it, for review" : "");
    }
}
