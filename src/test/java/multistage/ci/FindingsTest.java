package multistage.ci;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.baseline.BaselineComparison;
import multistage.baseline.Change;
import multistage.ci.Finding.Level;
import multistage.facts.Facts;
import multistage.facts.Instruction;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    private final Findings findings = new Findings(Language.ENGLISH, "docker");

    @Test
    void aClaimThatFailedIsFoundAtTheInstructionToLookAt() {
        assertThat(found(good(), List.of(failed("MultiStageImageTest.hasNoShell"))))
                .containsExactly(new Finding(
                        "MultiStageImageTest.hasNoShell",
                        Level.ERROR,
                        Optional.of("docker/Dockerfile-multi"),
                        Optional.of(27),
                        "The multi-stage image has no shell to run",
                        "why\nand how",
                        Optional.of("why: A shell has its weight, and is the first tool of whoever breaks into the"
                                + " container.\nhint: It comes with the base of the final stage: does the service need what"
                                + " that provides?")));
    }

    @Test
    void whatHeldOrWasNotJudgedIsNoFinding() {
        assertThat(found(
                        good(),
                        List.of(
                                Outcome.held("NaiveImageTest.builds"),
                                new Outcome("NaiveImageTest.answers", Verdict.NOT_JUDGED, Message.verbatim("why")))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NaiveImageTest.weighsAlmostOneGigabyte, docker/Dockerfile-naive, 1",
        "NaiveImageTest.exposesItsPortAndRunsHelloworld, docker/Dockerfile-naive, 9",
        "NaiveImageTest.answers, docker/Dockerfile-naive, 10",
        "MultiStageImageTest.isStatic, docker/Dockerfile-multi, 25",
        "MultiStageImageTest.answers, docker/Dockerfile-multi, 29",
        "ComparisonTest.isMuchSmaller, docker/Dockerfile-multi, 27"
    })
    void eachStandsInItsDockerfileAtTheLastSuchInstruction(String claim, String file, int line) {
        Finding finding = only(found(good(), List.of(failed(claim))));

        assertThat(finding.file()).contains(file);
        assertThat(finding.line()).contains(line);
    }

    @Test
    void whereThereIsNoSuchInstructionTheNextNameIsLookedFor() {
        Facts facts = saying(new Instruction(1, "FROM scratch"), new Instruction(2, "cmd /hello"));

        assertThat(only(found(facts, List.of(failed("MultiStageImageTest.answers"))))
                        .line())
                .contains(2);
    }

    @Test
    void whereThereIsNoneOfThemTheFileAloneIsNamed() {
        Finding finding = only(found(saying(), List.of(failed("MultiStageImageTest.answers"))));

        assertThat(finding.file()).contains("docker/Dockerfile-multi");
        assertThat(finding.line()).isEmpty();
    }

    @Test
    void aBuildThatFailedIsFoundWhereItDid() {
        Facts facts = changed(
                good(),
                multi(notBuilt("no")),
                multi(half -> changed(half, with("build", changed(half.build(), with("failedAt", Optional.of(6)))))));

        assertThat(only(found(facts, List.of(failed("MultiStageImageTest.builds"))))
                        .line())
                .contains(6);
    }

    @Test
    void aFactThatMovedIsFoundAtTheInstructionThatBroughtIt() {
        Change change = new Change(
                "baseline.content",
                Variant.MULTI,
                "the multi-stage image: bytes of its files",
                "5.06 MB",
                "7.44 MB",
                "+2,380,478 bytes, +47.02 %",
                "±5 %",
                Optional.of(25),
                "Dockerfile-multi, line 25, changed: RUN go build");

        assertThat(only(findings.of(comparison(List.of(change)))))
                .isEqualTo(new Finding(
                        "baseline.content",
                        Level.ERROR,
                        Optional.of("docker/Dockerfile-multi"),
                        Optional.of(25),
                        "Moved from the baseline: the multi-stage image: bytes of its files",
                        "5.06 MB before, 7.44 MB now: +2,380,478 bytes, +47.02 %, where ±5 % is allowed\n"
                                + "brought by Dockerfile-multi, line 25, changed: RUN go build",
                        Optional.of("if that is meant, mvn test -Dbaseline=update writes the baseline anew")));
    }

    @Test
    void whatWasNotComparedIsOnlySaid() {
        Finding finding = only(findings.of(comparison(List.of(), "there is no baseline for this base")));

        assertThat(finding.level()).isEqualTo(Level.NOTICE);
        assertThat(finding.file()).contains("docker/baseline.json");
        assertThat(finding.message()).isEqualTo("there is no baseline for this base");
    }

    @Test
    void aBaselineFromWhichNothingHasMovedIsNoFinding() {
        assertThat(findings.of(comparison(List.of()))).isEmpty();
    }

    @Test
    void aBaselineThatCannotBeUsedIsFound() {
        Finding finding = findings.unreadable("docker/baseline.json is broken: why");

        assertThat(finding.level()).isEqualTo(Level.ERROR);
        assertThat(finding.file()).contains("docker/baseline.json");
        assertThat(finding.message()).isEqualTo("docker/baseline.json is broken: why");
    }

    @Test
    void whatIsWrongWithThePairStandsWhereTheOtherFailuresDo() {
        Outcome pair = failed("ComparisonTest.isMuchSmaller");
        Outcome naive = failed("NaiveImageTest.weighsAlmostOneGigabyte");
        Outcome multi = failed("MultiStageImageTest.weighsAFewMegabytes");

        assertThat(found(good(), List.of(naive, pair)).get(1).file()).contains("docker/Dockerfile-naive");
        assertThat(found(good(), List.of(naive, multi, pair)).get(2).file()).contains("docker/Dockerfile-multi");
        assertThat(found(good(), List.of(pair)).get(0).file()).contains("docker/Dockerfile-multi");
    }

    private static BaselineComparison comparison(List<Change> changes, String... notes) {
        return new BaselineComparison("docker/baseline.json", good().engine(), 18, changes, false, List.of(notes));
    }

    @Test
    void aClaimThatFailedIsToldInTheRunsLanguage() {
        Finding finding = only(new Findings(Language.FRENCH, "docker")
                .of(new Judged(good(), List.of(failed("NaiveImageTest.answers")))));

        assertThat(finding.title()).isEqualTo("L'image naïve répond sur le port 8080");
        assertThat(finding.hint().orElseThrow()).startsWith("pourquoi\u00a0: ").contains("\npiste\u00a0: ");
    }

    private List<Finding> found(Facts facts, List<Outcome> outcomes) {
        return findings.of(new Judged(facts, outcomes));
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Facts saying(Instruction... instructions) {
        return changed(
                good(),
                multi(half -> changed(
                        half, with("build", changed(half.build(), with("instructions", List.of(instructions)))))));
    }

    private static Outcome failed(String claim) {
        return new Outcome(claim, Verdict.FAILED, Message.verbatim("why\nand how"));
    }
}
