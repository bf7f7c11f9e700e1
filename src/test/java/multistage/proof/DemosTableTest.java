package multistage.proof;

import static multistage.facts.fixtures.Changes.answering;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import multistage.demo.Demo;
import multistage.facts.Facts;
import multistage.run.ManyDemos.Measured;
import org.junit.jupiter.api.Test;

class DemosTableTest {
    private static final Demo DEMO = new Demo("another-text", Path.of("another-text"));

    @Test
    void aRowTellsWhatMustFailWhatDidAndWhatItSays() {
        Facts facts = changed(good(), multi(service(answering(response(200, "a|b\n")))));

        assertThat(row(Optional.of(facts), Optional.empty(), "ComparisonTest.isTheSameProgram"))
                .startsWith("| another-text | ComparisonTest.isTheSameProgram |"
                        + " MultiStageImageTest.answers, ComparisonTest.isTheSameProgram | 0 |")
                .contains(" | the multi-stage image's service should serve the same as the naive image's service, but")
                .endsWith(" | 1.5 |");
    }

    @Test
    void whereAnotherClaimFailedItsMessageIsTold() {
        Facts facts = changed(good(), multi(service(answering(response(200, "a|b\n")))));

        assertThat(row(Optional.of(facts), Optional.empty(), "MultiStageImageTest.isStatic"))
                .contains("but it answered \"a\\|b\\n\" |");
    }

    @Test
    void ofOneThatHoldsThereIsNothingToTell() {
        assertThat(row(Optional.of(good()), Optional.empty(), "")).isEqualTo("| another-text |  |  | 0 |  | 1.5 |");
    }

    @Test
    void ofOneThatWasNotMeasuredItTellsWhy() {
        assertThat(row(Optional.empty(), Optional.of(new IllegalStateException("no such container")), ""))
                .isEqualTo("| another-text |  |  | 0 | java.lang.IllegalStateException: no such container | 1.5 |");
    }

    private static String row(Optional<Facts> facts, Optional<RuntimeException> failure, String claim) {
        Properties properties = new Properties();
        properties.setProperty("claim", claim);
        Measured measured = new Measured(DEMO, facts, failure, Duration.ofMillis(1500));
        return new DemosTable(Map.of("another-text", measured))
                .of(List.of(new KnownDemo(DEMO.folder(), properties)))
                .lines()
                .reduce((header, row) -> row)
                .orElseThrow();
    }
}
