package multistage.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.run.ManyDemos.Measured;
import multistage.run.fixtures.Judge;

/** What became of known demos, as a table in Markdown. */
final class DemosTable {
    private final Map<String, Measured> measured;

    DemosTable(Map<String, Measured> measured) {
        this.measured = measured;
    }

    String of(List<KnownDemo> demos) {
        return demos.stream()
                .map(this::row)
                .collect(Collectors.joining(
                        "\n",
                        "| demo | must fail | failed | not judged | message | seconds |\n|--|--|--|--|--|--|\n",
                        "\n"));
    }

    private String row(KnownDemo demo) {
        Measured found = measured.get(demo.name());
        List<Outcome> outcomes = found.facts().map(Judge::principles).orElse(List.of());
        return "| %s | %s | %s | %d | %s | %.1f |"
                .formatted(
                        demo,
                        demo.claim().orElse(""),
                        of(outcomes, Verdict.FAILED).stream()
                                .map(Outcome::claim)
                                .collect(Collectors.joining(", ")),
                        of(outcomes, Verdict.NOT_JUDGED).size(),
                        message(demo, found, outcomes).replace("|", "\\|"),
                        found.took().toMillis() / 1000.0);
    }

    /** That of the claim that it breaks, of whichever failed where that did not, or of what kept it from being measured. */
    private static String message(KnownDemo demo, Measured found, List<Outcome> outcomes) {
        List<Outcome> failed = of(outcomes, Verdict.FAILED);
        return failed.stream()
                .filter(outcome -> demo.claim().equals(Optional.of(outcome.claim())))
                .findFirst()
                .or(() -> failed.stream().findFirst())
                .map(outcome -> outcome.message().english())
                .or(() -> found.failure().map(RuntimeException::toString))
                .orElse("")
                .lines()
                .findFirst()
                .orElse("");
    }

    private static List<Outcome> of(List<Outcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).toList();
    }
}
