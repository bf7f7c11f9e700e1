package multistage.whatif;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.demo.Demo;
import multistage.facts.FactsJson;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;
import org.junit.jupiter.api.Test;

class CommittedWhatIfTest {
    @Test
    void whatIsCommittedChangesTheLinesOfTheDockerfileThatVariationsChange() throws IOException {
        String dockerfile = Files.readString(Demo.reference().dockerfile(Variant.MULTI));
        List<Variation> committed = new FactsJson()
                .read(Files.readString(CommittedWhatIf.FILE), WhatIf.class)
                .variations();

        assertThat(committed).hasSameSizeAs(Variations.values());
        for (Variations variation : Variations.values()) {
            Variation told = committed.get(variation.ordinal());
            assertThat(told.name()).isEqualTo(variation.word());
            assertThat(told.before())
                    .as(told.name())
                    .isEqualTo(variation.in(dockerfile).before());
            assertThat(told.after())
                    .as(told.name())
                    .isEqualTo(variation.in(dockerfile).after());
        }
    }

    @Test
    void whatIsMeasuredAsItWasDoesNotDiffer() {
        assertThat(CommittedWhatIf.differences(whatIf(), whatIf())).isEmpty();
    }

    @Test
    void aWeightMayDifferByAFewPercent() {
        assertThat(differences(with("bytes", Optional.of(5_310_000L)))).isEmpty();
        assertThat(differences(with("bytes", Optional.of(5_320_000L))))
                .containsExactly("unchanged weighs 5.32 MB and weighed 5.06 MB");
        assertThat(differences(with("bytes", Optional.of(4_800_000L))))
                .containsExactly("unchanged weighs 4.80 MB and weighed 5.06 MB");
    }

    @Test
    void otherLayersDiffer() {
        assertThat(differences(with("layers", 2))).containsExactly("unchanged has 2 layers and had 1");
    }

    @Test
    void anAnswerThatIsThereNoMoreDiffers() {
        assertThat(differences(with("answers", false))).containsExactly("unchanged does not answer and did");
    }

    @Test
    void whatWasNotBuiltNowTellsNothingAgainstWhatWas() {
        assertThat(differences(variation -> changed(
                        variation,
                        with("failure", Optional.of(Message.verbatim("golang:1.23 is needed and cannot be pulled"))),
                        with("bytes", Optional.empty()),
                        with("answers", false))))
                .isEmpty();
    }

    @Test
    void whatIsBuiltNowAndWasNotDiffers() {
        List<Variation> built = new ArrayList<>(whatIf().variations());
        built.set(
                3, changed(built.get(3), with("failure", Optional.empty()), with("bytes", Optional.of(840_000_000L))));

        assertThat(CommittedWhatIf.differences(whatIf(), changed(whatIf(), with("variations", built))))
                .containsExactly("final-golang weighs 840 MB and weighed nothing, as it was not built");
    }

    @Test
    void otherVariationsAreToldAtOnce() {
        WhatIf fewer =
                changed(whatIf(), with("variations", whatIf().variations().subList(0, 2)));

        assertThat(CommittedWhatIf.differences(whatIf(), fewer))
                .containsExactly(
                        "the variations are [unchanged, cgo] and were [unchanged, cgo, final-debian, final-golang]");
    }

    /** Of the Dockerfile as it stands, so changed, from what it was. */
    private static List<String> differences(UnaryOperator<Variation> change) {
        List<Variation> measured = new ArrayList<>(whatIf().variations());
        measured.set(0, change.apply(measured.get(0)));
        return CommittedWhatIf.differences(whatIf(), changed(whatIf(), with("variations", measured)));
    }
}
