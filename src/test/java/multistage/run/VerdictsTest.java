package multistage.run;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import multistage.baseline.Gate;
import multistage.ci.fixtures.GitHubRunner;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Variant;
import multistage.run.fixtures.TestKit;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.TestAbortedException;

/** Runs classes of claims that bear the names of the lesson's own, on facts made by hand. */
class VerdictsTest {
    private static final String MEASURING = "test.measuring";
    private static final String LANGUAGE = "test.language";
    private static final String GITHUB = "test.github";

    @TempDir
    private Path folder;

    private final TestKit kit = new TestKit();

    @Test
    void claimsRunInTheLessonsOrderUnderTheirSentences() {
        assertThat(run(claims("works")).containerEvents().started().map(VerdictsTest::name))
                .containsExactly(
                        "JUnit Jupiter",
                        "The naive image",
                        "The naive image builds",
                        "The naive image answers on port 8080",
                        "The naive image goes on serving",
                        "The naive image exposes 8080/tcp and runs /go/bin/helloworld",
                        "The multi-stage image",
                        "The multi-stage image builds");
    }

    @Test
    void everyClaimIsGivenTheFactsOfTheDemo() {
        assertThat(run(claims("works")).testEvents().started().map(VerdictsTest::name))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).contains(good().demo()));
    }

    @Test
    void aClaimOnWhatCouldNotBeMeasuredIsAbortedWithTheReason() {
        run(claims("works"))
                .testEvents()
                .aborted()
                .assertEventsMatchExactly(abortedWithReason(
                        instanceOf(TestAbortedException.class), message("not judged: the naive image never answered")));
    }

    @Test
    void aClaimThatDoesNotHoldFailsAsItIs() {
        run(claims("works"))
                .testEvents()
                .failed()
                .assertEventsMatchExactly(
                        event(finishedWithFailure(instanceOf(AssertionError.class), message("another port"))));
    }

    @Test
    void aRunEndsWithItsVerdicts() {
        run(claims("works"));

        assertThat(printed())
                .containsExactly(
                        "",
                        "The naive image",
                        "  ✔ builds: in 16.0 s",
                        "  – answers on port 8080: not judged: the naive image never answered",
                        "  ✔ goes on serving: the same answer 1.4 s later",
                        "  ✘ exposes 8080/tcp and runs /go/bin/helloworld: another port",
                        "      why: EXPOSE and CMD tell whoever runs the image where it serves and what it starts. The"
                                + " lesson's own image is known by them.",
                        "      hint: docker inspect shows the image's ports and its command: compare them with the"
                                + " lesson's EXPOSE and CMD. Mind how CMD is written: without brackets, a shell comes in"
                                + " between.",
                        "The multi-stage image",
                        "  ✔ builds: in 16.0 s",
                        "",
                        "Answers: " + folder.resolve("answers").resolve("index.html"));
    }

    @Test
    void aRunThatMeasuresNothingLeavesNoAnswersOfAnEarlierOne() {
        run(claims("works"));
        run(claims("fails"));

        assertThat(folder.resolve("answers")).isEmptyDirectory();
    }

    @Test
    void aFailureWithoutWordsIsToldByItsKind() {
        run(claims("is wordless"));

        assertThat(printed()).contains("  ✘ builds: java.lang.AssertionError");
    }

    @Test
    void aFailureShownWholeEndsInItsHintAndNeedsNoCause() {
        Throwable failure = failure(run(claims("works")));

        assertThat(failure)
                .hasNoCause()
                .hasToString(
                        "java.lang.AssertionError: another port\nwhy: EXPOSE and CMD tell whoever runs the image where it serves and what it starts. The lesson's own image is known by them.\nhint: docker inspect shows the image's ports and its"
                                + " command: compare them with the lesson's EXPOSE and CMD. Mind how CMD is written: without"
                                + " brackets, a shell comes in between.");
        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("exposesItsPortAndRunsHelloworld");
    }

    @Test
    void onGitHubNoWordsOfOthersAreTakenForCommands() {
        run(claims("is hostile").configurationParameter(GITHUB, "true"));

        assertThat(printed()).contains("::error::printed by a build", "multi | ##[add-mask]e");
        assertThat(GitHubRunner.obeyed(printed()))
                .hasSize(2)
                .allMatch(command -> command.startsWith("error: file=docker/Dockerfile-"))
                .last(STRING)
                .contains(" first\n::error::injected\n##[error]injected\nwhy: ");
    }

    @Test
    void aFrenchRunEndsInFrenchAndItsTestsKeepTheirNames() {
        EngineExecutionResults results = run(claims("works").configurationParameter(LANGUAGE, "FRENCH"));

        assertThat(printed())
                .contains(
                        "L'image naïve",
                        "  ✔ se construit\u00a0: en 16,0\u00a0s",
                        "  – répond sur le port 8080\u00a0: non jugée\u00a0: l'image naïve n'a jamais répondu",
                        "Réponses\u00a0: " + folder.resolve("answers").resolve("index.html"));
        results.testEvents()
                .aborted()
                .assertEventsMatchExactly(
                        abortedWithReason(message("non jugée\u00a0: l'image naïve n'a jamais répondu")));
        assertThat(failure(results).toString())
                .contains("\npourquoi\u00a0: EXPOSE et CMD disent ", "\npiste\u00a0: docker inspect montre ");
        assertThat(results.containerEvents().started().map(VerdictsTest::name))
                .contains("The naive image", "The naive image builds");
    }

    @Test
    void theLettersCanBeLeftOut() {
        assertThat(run(claims("works").filters(TagFilter.excludeTags("letter")))
                        .testEvents()
                        .failed()
                        .count())
                .isZero();
    }

    @Test
    void measuringThatFailsIsTriedOnceAndFailsEachClassAndNoClaim() {
        EngineExecutionResults results = run(claims("fails"));

        results.containerEvents()
                .failed()
                .assertEventsMatchExactly(
                        event(finishedWithFailure(message("no engine at try 1"))),
                        event(finishedWithFailure(message("no engine at try 1"))));
        assertThat(results.testEvents().started().count()).isZero();
        assertThat(kit.printed()).isEmpty();
    }

    private EngineTestKit.Builder claims(String measuring) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(MEASURING, measuring)
                .configurationParameter(TestKit.FOLDER, folder.toString())
                .selectors(selectClass(NaiveImageTest.class), selectClass(MultiStageImageTest.class));
    }

    private EngineExecutionResults run(EngineTestKit.Builder claims) {
        return kit.run(claims);
    }

    private List<String> printed() {
        return kit.printed().lines().toList();
    }

    private static Throwable failure(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    @ExtendWith(MadeByHand.class)
    @Claims
    static class NaiveImageTest {
        @Letter
        void exposesItsPortAndRunsHelloworld(Facts demo) {
            throw new AssertionError("another port");
        }

        @Claim
        void goesOnServing(Facts demo) {}

        @Claim
        void builds(Facts demo) {
            assertThat(demo.engine()).isEqualTo(good().engine());
        }

        @Claim
        void answers(Facts demo) {
            throw new NotMeasured(Message.of("%s never answered", Variant.NAIVE));
        }
    }

    @ExtendWith(MadeByHand.class)
    @Claims
    static class MultiStageImageTest {
        @Claim
        void builds(Facts demo) {
            switch (demo.demo()) {
                case "is wordless" -> throw new AssertionError();
                case "is hostile" -> throw new AssertionError("first\n::error::injected\n##[error]injected");
                default -> assertThat(demo).isEqualTo(good());
            }
        }
    }

    /** Begins a run of which the facts are made by hand, or are not to be had; without a test kit nothing is run. */
    private static final class MadeByHand extends TestKit.Only {
        @Override
        public void beforeAll(ExtensionContext context) {
            AtomicInteger tries = new AtomicInteger();
            String measuring = context.getConfigurationParameter(MEASURING).orElseThrow();
            Path folder = TestKit.folder(context);
            Language language = context.getConfigurationParameter(LANGUAGE, Language::valueOf)
                    .orElse(Language.ENGLISH);
            Supplier<Facts> made = () -> switch (measuring) {
                case "works" -> good();
                case "is wordless" -> changed(good(), with("demo", measuring));
                case "is hostile" -> {
                    System.out.println("::error::printed by a build\nmulti | ##[add-mask]e");
                    yield changed(good(), with("demo", measuring));
                }
                default -> throw new IllegalStateException("no engine at try " + tries.incrementAndGet());
            };
            Map<String, String> environment = Map.of(
                    "GITHUB_STEP_SUMMARY",
                    folder.resolve("job.md").toString(),
                    "GITHUB_ACTIONS",
                    context.getConfigurationParameter(GITHUB).orElse("false"));
            LessonEnding ending = new LessonEnding(language, folder, environment);
            Run.of(
                    context,
                    () -> new LessonRun(
                            made,
                            () -> Gate.of(folder.resolve("baseline.json"), folder.resolve("review.json"), null, null),
                            ending));
        }
    }
}
