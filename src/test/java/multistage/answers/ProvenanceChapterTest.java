package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.Told;
import multistage.facts.Base;
import multistage.facts.Facts;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class ProvenanceChapterTest {
    @Test
    void figuresSayWhereTheyComeFrom() {
        assertThat(told(good()))
                .startsWith(
                        "Of this run:",
                        "Measured on | 1 November 2026, 12:00 UTC",
                        "Commit of the suite | 0123456789ab",
                        "Engine | Docker 28.5.2",
                        "Image store | overlay2",
                        "What its history counts | file bytes",
                        "Base image | golang:1.23, official: it came from a registry",
                        "Its digest in the registry | " + golang().digest().orElseThrow(),
                        "Its digest on this engine | " + golang().id(),
                        "Go that built the programs | go1.23.12 (naive), go1.23.12 (multi-stage)");
    }

    @Test
    void aStandInIsCalledOneEvenWithADigest() {
        assertThat(told(on(changed(golang(), with("standIn", true)))))
                .contains("Base image | golang:1.23, stand-in, made from Debian's packages: not the official image");
    }

    @Test
    void aBaseThatNoRegistryKnowsIsLocal() {
        assertThat(told(on(changed(golang(), with("digest", Optional.empty())))))
                .contains(
                        "Base image | golang:1.23, neither labelled a stand-in nor known to a registry",
                        "Its digest in the registry | none known here");
    }

    @Test
    void outsideACheckoutThereIsNoCommit() {
        assertThat(told(changed(
                        good(), with("provenance", changed(good().provenance(), with("commit", Optional.empty()))))))
                .contains("Commit of the suite | not in a checkout");
    }

    @Test
    void whereTheNaiveImageTellsNoBaseTheBuildDoes() {
        Facts other = changed(
                good(),
                naive(notBuilt("no network")),
                multi(image(with("builtFrom", List.of(changed(golang(), with("name", "golang:1.24")))))));

        assertThat(told(other))
                .anyMatch(line -> line.startsWith("Base image | golang:1.24, "))
                .contains("Go that built the programs | not measured (naive), go1.23.12 (multi-stage)");
    }

    @Test
    void whereNothingTellsABaseThereIsNoRowOfIt() {
        assertThat(told(changed(good(), naive(notBuilt("no")), multi(notBuilt("no")))))
                .noneMatch(line -> line.startsWith("Base image") || line.startsWith("Its digest"));
    }

    private static Facts on(Base base) {
        return changed(good(), naive(image(with("base", Optional.of(base)))));
    }

    private static List<String> told(Facts facts) {
        return Told.lines(new ProvenanceChapter(new Phrases(Language.ENGLISH, facts), facts)
                .section()
                .blocks());
    }
}
