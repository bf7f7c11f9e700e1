package multistage.proof;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import multistage.console.Summary;
import multistage.demo.Demo;
import multistage.docker.ImageBuilder;
import multistage.docker.fixtures.OpenEngine;
import multistage.documents.MarkdownFile;
import multistage.documents.ShownOutput;
import multistage.facts.BuildFacts;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.measure.Measurement;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.run.ManyDemos;
import multistage.run.ManyDemos.Measured;
import multistage.run.Options;
import multistage.run.fixtures.Judge;
import multistage.words.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Demos with one thing wrong, and right ones that are written differently, on a real engine, several at a time: each wrong
 * one is caught by the claim that it breaks, in words that say what is wrong, and no right one is.
 * {@code target/wrong-demos.md} tells what became of each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemosIT {
    private static final Path TABLE = Path.of("target", "wrong-demos.md");
    private static final Path BUILD_LOGS = Path.of("target", "build-logs");
    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());
    private static final Duration START_LIMIT = Duration.ofSeconds(5);

    private final Map<String, Measured> measured = new TreeMap<>();

    @BeforeAll
    void measureAll(@TempDir Path folder) {
        List<KnownDemo> chosen = chosen();
        try (OpenEngine open = OpenEngine.withLogsIn(BUILD_LOGS, QUIET)) {
            Map<String, KnownDemo> known =
                    chosen.stream().collect(Collectors.toMap(KnownDemo::name, Function.identity()));
            ManyDemos demos = new ManyDemos(
                    demo -> measurement(open, known.get(demo.name())).of(demo),
                    Options.ofRun().atOnce());
            List<Demo> completed =
                    chosen.stream().map(demo -> demo.completeIn(folder)).toList();
            open.engine().whileItAnswers(() -> {
                demos.measure(completed, each -> measured.put(each.demo().name(), each));
                return measured;
            });
        }
    }

    private static Measurement measurement(OpenEngine open, KnownDemo demo) {
        ImageBuilder limited = demo.buildLimit()
                .map(limit -> new ImageBuilder(open.engine(), BUILD_LOGS, limit, QUIET))
                .orElse(open.builder());
        return new Measurement(open.engine(), limited, START_LIMIT);
    }

    /** After the tests, which tell more of a demo that no claim can judge: there is no table then. */
    @AfterAll
    void tell() throws IOException {
        List<KnownDemo> told = chosen().stream()
                .filter(demo -> measured.containsKey(demo.name()))
                .toList();
        if (!told.isEmpty()) {
            Files.writeString(TABLE, new DemosTable(measured).of(told));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("wrong")
    void aWrongDemoIsCaughtByTheClaimThatItBreaks(KnownDemo demo) {
        Facts facts = facts(demo);
        List<Outcome> failed = Judge.principles(facts).stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAILED)
                .toList();

        assertThat(failed)
                .as("the claims that fail for %s", demo)
                .extracting(Outcome::claim)
                .containsExactlyInAnyOrderElementsOf(demo.failing());
        assertThat(failed)
                .filteredOn(outcome -> demo.claim().equals(Optional.of(outcome.claim())))
                .singleElement()
                .extracting(outcome -> outcome.message().english(), STRING)
                .contains(demo.message().orElseThrow());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("right")
    void aRightDemoThatIsWrittenDifferentlyHolds(KnownDemo demo) {
        assertThat(Judge.principles(facts(demo)))
                .isNotEmpty()
                .filteredOn(not(outcome -> outcome.verdict() == Verdict.HELD))
                .isEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("shown")
    void theDocumentsShowWhatIsSaidOfIt(ShownOutput shown) {
        KnownDemo demo = chosen().stream()
                .filter(known -> isOf(shown, known))
                .findFirst()
                .orElseThrow();
        Language language = Language.valueOf(shown.of().split(", ")[1]);

        Outcome outcome = Judge.outcome(demo.claim().orElseThrow(), facts(demo));

        shown.assertIs(Summary.brief(language).lines(new Judged(facts(demo), List.of(outcome))));
    }

    private Facts facts(KnownDemo demo) {
        Measured found = measured.get(demo.name());
        Facts facts = found.facts().orElseThrow(found.failure()::orElseThrow);
        facts.both()
                .map(ImageFacts::build)
                .filter(BuildFacts::failedOutside)
                .forEach(build -> abort(demo + " cannot be judged here: "
                        + build.failure().orElseThrow().english()));
        return facts;
    }

    static List<KnownDemo> right() {
        return chosen().stream().filter(not(DemosIT::isWrong)).toList();
    }

    static List<KnownDemo> wrong() {
        return chosen().stream().filter(DemosIT::isWrong).toList();
    }

    /** What the documents show of those that are measured. */
    static List<ShownOutput> shown() {
        return MarkdownFile.all().stream()
                .flatMap(document -> document.shown().stream())
                .filter(shown -> wrong().stream().anyMatch(demo -> isOf(shown, demo)))
                .toList();
    }

    /** Which it says so: {@code wrong-demos/unstripped, FRENCH}. */
    private static boolean isOf(ShownOutput shown, KnownDemo demo) {
        return shown.of().startsWith("wrong-demos/" + demo.name() + ", ");
    }

    private static boolean isWrong(KnownDemo demo) {
        return demo.claim().isPresent();
    }

    /** All, unless a regular expression, -Dit.demos=another-.*, names some. */
    private static List<KnownDemo> chosen() {
        return KnownDemo.chosen(System.getProperty("it.demos", ".*"));
    }
}
