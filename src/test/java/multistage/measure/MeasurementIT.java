package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.Facts;
import multistage.facts.FactsJson;
import multistage.facts.Inventory;
import multistage.facts.Provision;
import multistage.facts.Provision.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The reference demo on a real engine: facts that come from different places agree with each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasurementIT {
    private Facts facts;

    @BeforeAll
    void measure(@TempDir Path logs) {
        try (OpenEngine open = OpenEngine.withLogsIn(logs)) {
            Measurement measurement = new Measurement(open.engine(), open.builder(), Duration.ofSeconds(10));
            facts = open.engine().whileItAnswers(() -> measurement.of(Demo.reference()));
        }
    }

    @Test
    void theNaiveImagesFilesWeighWhatItsHistorySays() {
        assumeThat(facts.engine().historyCounts()).isEqualTo("file bytes");

        assertThat(naiveInventory().bytes()).isCloseTo(facts.naive().image().historyBytes(), withPercentage(3));
    }

    @Test
    void theNaiveImageHasAllThatProgramsExpectOfASystemAndDebiansPackages() {
        assertThat(naiveInventory().provisions())
                .hasSameSizeAs(Kind.values())
                .allSatisfy(provision -> assertThat(provision.path())
                        .as("the path of %s", provision.kind())
                        .isPresent());
        assertThat(naiveInventory().folders())
                .extracting(Inventory.Folder::path)
                .contains("/usr/lib", "/usr/local", "/go/bin");
        assertThat(naiveInventory().setuid()).contains("/usr/bin/passwd");
        assertThat(naiveInventory().executables())
                .isBetween(1L, naiveInventory().files());
        // The base has git already, so that installing it changes nothing, or upgrades what belongs to it.
        assertThat(facts.naive().image().packages()).hasValueSatisfying(packages -> {
            assertThat(packages.count()).isBetween(100, 1000);
            assertThat(packages.changes()).hasSizeLessThan(packages.count() / 2);
        });
    }

    @Test
    void theMultiStageImageHasItsProgramAndNothingElse() {
        long program = facts.multi().executable().bytes();

        assertThat(facts.multi().inventory())
                .contains(new Inventory(
                        1,
                        program,
                        1,
                        List.of(),
                        List.of(new Inventory.Folder("/", 1, program)),
                        Stream.of(Kind.values())
                                .map(kind -> new Provision(kind, Optional.empty()))
                                .toList()));
        assertThat(facts.multi().image().packages()).isEmpty();
    }

    @Test
    void theSameGoMadeBothPrograms() {
        assertThat(facts.naive().executable().goVersion())
                .hasValueSatisfying(version -> assertThat(version).matches("go1\\.23[.0-9]*"))
                .isEqualTo(facts.multi().executable().goVersion());
    }

    @Test
    void allOfItIsReadBackFromJsonOfReasonableSize() {
        FactsJson json = new FactsJson();
        String text = json.write(facts);

        assertThat(json.read(text, Facts.class)).isEqualTo(facts);
        assertThat(text).hasSizeLessThan(200_000);
    }

    private Inventory naiveInventory() {
        return facts.naive().inventory().orElseThrow();
    }
}
