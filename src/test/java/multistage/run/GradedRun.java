package multistage.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.answers.AnswersFolder;
import multistage.ci.CiReport;
import multistage.ci.Findings;
import multistage.console.Announcements;
import multistage.facts.Message;
import multistage.outcome.Outcome;
import multistage.words.Language;
import multistage.words.Messages;

/** A run on what students handed in, which is held to the principles, brings points, and passes or does not. */
abstract class GradedRun extends Run {
    final Language language;
    final Path answers;
    final Announcements announcements;
    final CiReport ci;
    final ExitCode passed;
    final List<String> counting;

    /**
     * @param language the language in which it is told
     * @param folder where the answers are left, and what CI systems read
     * @param environment what tells which CI system this is, and where its job's page is written
     * @param counting the claims that bring points
     */
    GradedRun(Language language, Path folder, Map<String, String> environment, List<String> counting) {
        super(language);
        this.language = language;
        this.answers = folder.resolve("answers");
        this.announcements = new Announcements(Messages.in(language), System.out);
        this.ci = new CiReport(folder, environment);
        this.passed = new ExitCode(folder);
        this.counting = counting;
    }

    @Override
    void begin() {
        passed.forget();
        new AnswersFolder(answers).empty();
        ci.begin();
    }

    /** Why what was judged of that demo is no grade, if it is not all that counts. */
    final Optional<String> judgedInPart(String demo) {
        long judged = outcomes(demo).stream().map(Outcome::claim).distinct().count();
        return judged < counting.size()
                ? Optional.of(say(
                        Message.of("%s of %s claims were judged: run this without -Dtest.", judged, counting.size())))
                : Optional.empty();
    }

    @Override
    final void tellThatNothingWasMeasured(String why) {
        System.out.println("\n" + why);
        ci.tell(List.of(Findings.nothingMeasured(why)));
    }
}
