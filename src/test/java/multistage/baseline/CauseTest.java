package multistage.baseline;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.multiInstructions;
import static multistage.facts.fixtures.ExampleFacts.naiveInstructions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import multistage.baseline.fixtures.Moved;
import multistage.facts.Facts;
import multistage.facts.Instruction;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final Excerpt BEFORE = before(good());

    @Test
    void aChangedInstructionThatCanMoveTheFactIsNamed() {
        Facts now = multiSays(all -> all.set(3, new Instruction(25, "RUN go build -o /hello ./main.go")));

        assertThat(cause(Fact.EXECUTABLE, now))
                .contains(new Cause(
                        Optional.of(25), "Dockerfile-multi, line 25, changed: RUN go build -o /hello ./main.go"));
    }

    @Test
    void aChangedInstructionThatCannotMoveTheFactIsNot() {
        Facts now = multiSays(all -> all.set(6, new Instruction(29, "ENTRYPOINT /hello")));

        assertThat(words(Fact.EXECUTABLE, now)).startsWith("Dockerfile-multi, line 25: RUN CGO_ENABLED=0 go build");
        assertThat(words(Fact.ENTRYPOINT, now)).isEqualTo("Dockerfile-multi, line 29, changed: ENTRYPOINT /hello");
    }

    @Test
    void ofSeveralTheFirstAreNamed() {
        Facts now = multiSays(all -> {
            all.add(new Instruction(30, "COPY a /a"));
            all.add(new Instruction(31, "COPY b /b"));
            all.add(new Instruction(32, "COPY c /c"));
        });

        assertThat(words(Fact.FILES, now))
                .isEqualTo("Dockerfile-multi, line 30, changed: COPY a /a; line 31, changed: COPY b /b; and 1 more");
    }

    @Test
    void twoAreAllNamed() {
        Facts now = multiSays(all -> {
            all.add(new Instruction(30, "COPY a /a"));
            all.add(new Instruction(31, "COPY b /b"));
        });

        assertThat(words(Fact.FILES, now))
                .isEqualTo("Dockerfile-multi, line 30, changed: COPY a /a; line 31, changed: COPY b /b");
    }

    @Test
    void anInstructionThatIsGoneHasNoLine() {
        Facts now = naiveSays(all -> all.remove(3));

        assertThat(cause(Fact.NAIVE_PORTS, now))
                .contains(new Cause(Optional.empty(), "Dockerfile-naive, no longer there: EXPOSE 8080"));
    }

    @Test
    void anUnchangedStepThatWeighsSomethingElseIsNamed() {
        assertThat(words(Fact.BYTES_OVER_BASE, changed(good(), Moved.aptGetBrings(49_000_000))))
                .startsWith("Dockerfile-naive, line 3 unchanged, but 49.0 MB heavier: RUN apt-get update && apt-get");
        assertThat(words(Fact.BYTES_OVER_BASE, changed(good(), Moved.aptGetBrings(-1_000_000))))
                .startsWith("Dockerfile-naive, line 3 unchanged, but 1.00 MB lighter: RUN apt-get update");
        assertThat(words(Fact.BYTES_OVER_BASE, changed(good(), Moved.goInstallBrings(80_000_000))))
                .startsWith("Dockerfile-naive, line 7 unchanged, but 2.00 MB heavier: RUN CGO_ENABLED=0");
    }

    @Test
    void whatAStepWeighsMovesNoOtherFact() {
        assertThat(words(Fact.NAIVE_PORTS, changed(good(), Moved.aptGetBrings(49_000_000))))
                .doesNotContain("unchanged")
                .endsWith(": EXPOSE 8080");
    }

    @Test
    void whereStepsAndInstructionsDoNotTallyTheLastThatCouldIsNamed() {
        Facts now = naiveSays(all -> all.add(new Instruction(11, "LABEL a=b")));

        assertThat(words(Fact.BYTES_OVER_BASE, now)).startsWith("Dockerfile-naive, line 7: RUN CGO_ENABLED=0");
    }

    @Test
    void whereTheBaselineKnowsAnotherNumberOfStepsNoneIsComparedWithAnother() {
        Facts now = changed(good(), Moved.oneStepMore());

        assertThat(words(Fact.BYTES_OVER_BASE, now)).startsWith("Dockerfile-naive, line 7: RUN CGO_ENABLED=0");
    }

    @Test
    void whereNoInstructionCouldNoneIsNamed() {
        Facts silent = naiveSays(List::clear);

        assertThat(Cause.of(Fact.NAIVE_USER, before(silent), silent.naive())).isEmpty();
    }

    @Test
    void anInstructionOfAHundredCharactersIsWhole() {
        Facts now = multiSays(all -> all.set(3, new Instruction(25, "RUN " + "a".repeat(96))));

        assertThat(words(Fact.EXECUTABLE, now)).endsWith("RUN " + "a".repeat(96));
    }

    @Test
    void aLongInstructionIsCut() {
        Facts now = multiSays(all -> all.set(3, new Instruction(25, "RUN " + "a".repeat(97))));

        assertThat(words(Fact.EXECUTABLE, now))
                .isEqualTo("Dockerfile-multi, line 25, changed: RUN " + "a".repeat(95) + "…");
    }

    @Test
    void whatAHeredocHoldsIsPartOfItsInstruction() {
        Facts now =
                multiSays(all -> all.set(2, new Instruction(6, "COPY <<'EOF' main.go", Optional.of("another digest"))));

        assertThat(words(Fact.EXECUTABLE, now)).isEqualTo("Dockerfile-multi, line 6, changed: COPY <<'EOF' main.go");
    }

    @Test
    void whatAnEarlierStageDoesMovesNoLayerOfTheImage() {
        Facts now = multiSays(all -> {
            all.set(3, new Instruction(25, "RUN go build -o /hello ./main.go"));
            all.add(new Instruction(30, "COPY a /a"));
        });

        assertThat(words(Fact.LAYERS, now)).isEqualTo("Dockerfile-multi, line 30, changed: COPY a /a");
        assertThat(words(Fact.FILES, now)).isEqualTo("Dockerfile-multi, line 30, changed: COPY a /a");
    }

    @Test
    void whatIsGoneFromAnEarlierStageMovesNoLayerOfTheImage() {
        Facts now = multiSays(all -> {
            all.remove(2);
            all.remove(all.size() - 2);
        });

        assertThat(words(Fact.LAYERS, now))
                .isEqualTo("Dockerfile-multi, no longer there: COPY --from=builder /hello /hello");
    }

    @Test
    void whatIsGoneFromAnEarlierStageMovesWhatItCompiled() {
        Facts now = multiSays(all -> all.remove(3));

        assertThat(words(Fact.EXECUTABLE, now)).startsWith("Dockerfile-multi, no longer there: RUN CGO_ENABLED=0");
    }

    @Test
    void anEnvironmentMovesWhatIsCompiledInIt() {
        Facts now = multiSays(all -> all.add(2, new Instruction(5, "ENV CGO_ENABLED=1")));

        assertThat(words(Fact.EXECUTABLE, now)).isEqualTo("Dockerfile-multi, line 5, changed: ENV CGO_ENABLED=1");
    }

    @Test
    void ofAChangedDockerfileTheStepIsNamedThatWeighsSomethingElse() {
        List<Instruction> reworded = new ArrayList<>(naiveInstructions());
        reworded.set(1, new Instruction(3, "RUN apt-get install -y git"));
        Facts now = changed(good(), naive(Moved.saying(reworded)), Moved.goInstallBrings(98_000_000));

        assertThat(words(Fact.BYTES_OVER_BASE, now))
                .startsWith("Dockerfile-naive, line 7 unchanged, but 20.0 MB heavier: RUN CGO_ENABLED=0");
        assertThat(words(Fact.BYTES_OVER_BASE, changed(now, Moved.aptGetBrings(49_000_000))))
                .startsWith("Dockerfile-naive, line 3, changed, 49.0 MB heavier: RUN apt-get install -y git");
    }

    private static Excerpt before(Facts facts) {
        Baseline baseline = Baseline.of(facts);
        return Excerpt.of(baseline, baseline.bases().get(0), facts.engine().historyCounts());
    }

    private static String words(Fact fact, Facts now) {
        return cause(fact, now).orElseThrow().words();
    }

    private static Optional<Cause> cause(Fact fact, Facts now) {
        return Cause.of(fact, BEFORE, now.of(fact.variant()));
    }

    private static Facts multiSays(Consumer<List<Instruction>> change) {
        List<Instruction> instructions = new ArrayList<>(multiInstructions());
        change.accept(instructions);
        return changed(good(), multi(Moved.saying(instructions)));
    }

    private static Facts naiveSays(Consumer<List<Instruction>> change) {
        List<Instruction> instructions = new ArrayList<>(naiveInstructions());
        change.accept(instructions);
        return changed(good(), naive(Moved.saying(instructions)));
    }
}
