package multistage.run;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import multistage.demo.Demo;
import multistage.demo.Subject;
import multistage.facts.Facts;
import multistage.run.fixtures.TestKit;
import multistage.words.Language;
import multistage.words.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs claims on a class of which the facts are made by hand: Ada's are good, Bob's image does not build, Cem's cannot be had. */
class ClassRunTest {
    private static final String CEM_IS_THERE = "test.cem";

    @TempDir
    private Path folder;

    private final TestKit kit = new TestKit();

    @BeforeEach
    void makeAClass() throws IOException {
        for (String student : List.of("Ada Lovelace", "bob", "cem")) {
            Files.createDirectories(folder.resolve("class").resolve(student));
            Files.writeString(folder.resolve("class").resolve(student).resolve("Dockerfile-naive"), "FROM golang:1.23");
        }
    }

    @Test
    void thereIsATestForEachClaimAndStudentWithBothInItsName() {
        EngineExecutionResults results = run(true);

        assertThat(results.testEvents()
                        .started()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .contains("(Ada Lovelace)", "(bob)", "(cem)");
        assertThat(results.testEvents().failed().count()).isEqualTo(1);
    }

    @Test
    void whoCannotBeMeasuredIsNotJudgedAndFailsATestOfTheirOwn() {
        EngineExecutionResults results = run(false);

        assertThat(results.testEvents()
                        .failed()
                        .map(event -> event.getTestDescriptor().getLegacyReportingName()))
                .containsExactly("couldBeMeasured(StudentStatus)[3]", "builds(Facts)[2]");
        assertThat(folder.resolve("answers/cem")).doesNotExist();
        assertThat(folder.resolve("answers/class.csv")).content().contains("cem is not to be had");
    }

    @Test
    void aClassPassesWhenEachWasJudgedWhateverTheirPoints() {
        run(true);

        assertThat(folder.resolve("passed")).exists();
        assertThat(folder.resolve("not-passed")).doesNotExist();
    }

    @Test
    void aClassOfWhichSomebodyCouldNotBeJudgedDoesNotPass() {
        run(false);

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("not-passed")).content().contains("cem");
    }

    @Test
    void whatTheRunBeforeLeftIsNotTakenForThisOnes() {
        run(true);
        run(false);

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("answers/cem")).doesNotExist();
    }

    @Test
    void whatIsLeftOfEachLiesInAFolderOfTheirOwn() {
        run(true);

        assertThat(folder.resolve("answers/index.html")).content().contains("Ada Lovelace", "bob", "cem");
        assertThat(folder.resolve("answers/Ada Lovelace/answers.html"))
                .content()
                .contains("Ada Lovelace");
        assertThat(folder.resolve("answers/bob/results.json")).exists();
    }

    @Test
    void theConsoleEndsWithEachStudentAndWhereTheAnswersAre() {
        run(false);

        assertThat(kit.printed())
                .contains("Ada Lovelace", "cem is not to be had")
                .endsWith("Answers: " + folder.resolve("answers/index.html") + System.lineSeparator());
    }

    @Test
    void aClassThatWasAskedFewerClaimsThanThereAreDoesNotPass() {
        run(true, selectClass(Students.class));

        assertThat(folder.resolve("passed")).doesNotExist();
        assertThat(folder.resolve("answers/class.csv")).content().contains("0 of 2 claims were judged");
        assertThat(folder.resolve("answers/Ada Lovelace")).doesNotExist();
    }

    @Test
    void whereNobodyCanBeMeasuredNoClaimIsJudgedAndTheRunDoesNotPass() throws IOException {
        Files.delete(folder.resolve("class/Ada Lovelace/Dockerfile-naive"));
        Files.delete(folder.resolve("class/Ada Lovelace"));
        Files.delete(folder.resolve("class/bob/Dockerfile-naive"));
        Files.delete(folder.resolve("class/bob"));

        EngineExecutionResults results = run(false);

        assertThat(results.testEvents().started().count()).isEqualTo(1);
        assertThat(folder.resolve("passed")).doesNotExist();
    }

    private EngineExecutionResults run(boolean cemIsThere) {
        return run(cemIsThere, selectClass(Students.class), selectClass(MultiStageImageTest.class));
    }

    private EngineExecutionResults run(boolean cemIsThere, DiscoverySelector... classes) {
        return kit.run(EngineTestKit.engine("junit-jupiter")
                .configurationParameter(TestKit.FOLDER, folder.toString())
                .configurationParameter(CEM_IS_THERE, String.valueOf(cemIsThere))
                .selectors(classes));
    }

    @ExtendWith(MadeByHand.class)
    static class Students {
        @ForEachStudent
        void couldBeMeasured(StudentStatus student) {
            assertThat(student.trouble()).isEmpty();
        }
    }

    @ExtendWith(MadeByHand.class)
    @Claims
    static class MultiStageImageTest {
        @Claim
        void builds(Facts demo) {
            assertThat(demo.multi().build()).succeeded();
        }

        @Claim
        void hasNoShell(Facts demo) {
            assertThat(demo.multi().answeringService()).cannotRun("a shell");
        }
    }

    /** Begins a run on the class; without a test kit nothing is run. */
    private static final class MadeByHand extends TestKit.Only {
        @Override
        public void beforeAll(ExtensionContext context) {
            Path folder = TestKit.folder(context);
            boolean cemIsThere = context.getConfigurationParameter(CEM_IS_THERE, Boolean::valueOf)
                    .orElseThrow();
            Subject subject = Subject.of(folder.resolve("class").toString(), null);
            FactsStore store = new FactsStore(folder.resolve("measured-" + cemIsThere));
            Run.of(
                    context,
                    () -> new ClassRun(
                            subject,
                            store,
                            new ClassMeasuring(
                                    subject,
                                    store,
                                    () -> new ByHand(cemIsThere),
                                    Options.of(option -> null, 2),
                                    Messages.in(Language.ENGLISH),
                                    System.out),
                            Language.ENGLISH,
                            folder,
                            Map.of(),
                            List.of("MultiStageImageTest.builds", "MultiStageImageTest.hasNoShell")));
        }
    }

    private record ByHand(boolean cemIsThere) implements Measurer {
        @Override
        public Facts measure(Demo demo, Runnable begun) {
            Facts good = changed(good(), with("demo", demo.name()));
            return switch (demo.name()) {
                case "bob" -> changed(good, multi(notBuilt("the multi-stage image does not build")));
                case "cem" -> {
                    if (!cemIsThere) {
                        throw new IllegalStateException("cem is not to be had");
                    }
                    yield good;
                }
                default -> good;
            };
        }

        @Override
        public void close() {}
    }
}
