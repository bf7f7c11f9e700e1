package multistage.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.FactsJson;
import multistage.facts.Message;
import multistage.facts.Provision;
import multistage.facts.Variant;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;
import multistage.measure.Measurement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What comes of changing the multi-stage Dockerfile, on a real engine; {@code target/what-if.json} tells it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfIT {
    private static final Path MEASURED = Path.of("target", "what-if.json");

    private WhatIf whatIf;

    @BeforeAll
    void measure(@TempDir Path folder) throws IOException {
        try (OpenEngine open = OpenEngine.withLogsIn(folder)) {
            Measurement measurement = new Measurement(open.engine(), open.builder(), Duration.ofSeconds(3));
            whatIf = open.engine()
                    .whileItAnswers(() -> new WhatIfMeasurement(measurement, folder)
                            .of(Demo.reference().dockerfile(Variant.MULTI)));
        }
        Files.writeString(MEASURED, new FactsJson().write(whatIf));
    }

    @Test
    void theDockerfileAsItStandsGivesOneLayerThatAnswers() {
        Variation unchanged = of(Variations.UNCHANGED);

        assertThat(unchanged.answers()).isTrue();
        assertThat(unchanged.layers()).isEqualTo(1);
    }

    @Test
    void withCgoTheProgramLacksItsLoader() {
        Variation cgo = of(Variations.CGO);

        assertThat(cgo.answers()).isFalse();
        assertThat(cgo.interpreter()).isPresent();
        assertThat(cgo.trouble().map(Message::english).orElse("")).contains("the program needs a dynamic loader");
    }

    @Test
    void unstrippedTheProgramHasSymbolsAndWeighsAFifthMoreAtTheLeast() {
        Variation unstripped = of(Variations.WITHOUT_STRIP);

        assertThat(unstripped.answers()).isTrue();
        assertThat(unstripped.symbolTables()).isNotEmpty();
        assertThat(bytes(unstripped)).isGreaterThanOrEqualTo(bytesAsItStands() * 12 / 10);
    }

    @Test
    void untrimmedTheProgramTellsWhereItWasBuilt() {
        Variation untrimmed = of(Variations.WITHOUT_TRIMPATH);

        assertThat(untrimmed.answers()).isTrue();
        assertThat(untrimmed.buildPaths()).isNotEmpty();
    }

    @Test
    void uponTheCompilersImageItAnswersAndWeighsAHundredTimesAsMuch() {
        Variation golang = of(Variations.FINAL_GOLANG);

        assertThat(golang.answers()).isTrue();
        assertThat(golang.layers()).isEqualTo(whatIf.base().layers().size() + 1);
        assertThat(bytes(golang)).isGreaterThan(bytesAsItStands() * 100);
    }

    @Test
    void uponDebianItAnswersAndWeighsTenTimesAsMuch() {
        Variation debian = uponDebian();

        assertThat(debian.answers()).isTrue();
        assertThat(debian.layers()).isEqualTo(2);
        assertThat(bytes(debian)).isGreaterThan(bytesAsItStands() * 10);
    }

    @Test
    void uponDebianThereIsAShell() {
        Variation debian = uponDebian();
        assumeThat(debian.provisions())
                .as("what the image upon debian:12 holds could not be counted")
                .isNotEmpty();

        assertThat(debian.provisions())
                .filteredOn(provision -> provision.kind() == Provision.Kind.SHELL)
                .extracting(Provision::path)
                .singleElement()
                .matches(Optional::isPresent, "is there");
    }

    @Test
    void aSecondProgramIsASecondLayerOfTheSameWeight() {
        Variation two = of(Variations.TWO_BINARIES);

        assertThat(two.answers()).isTrue();
        assertThat(two.layers()).isEqualTo(2);
        assertThat(bytes(two)).isEqualTo(bytesAsItStands() * 2);
    }

    @Test
    void inShellFormItLacksTheShell() {
        Variation shellForm = of(Variations.SHELL_FORM);

        assertThat(shellForm.answers()).isFalse();
        assertThat(shellForm.trouble().map(Message::english).orElse("")).contains("it is started through a shell");
    }

    @Test
    void theCommittedFileTellsWhatWasMeasured() throws IOException {
        WhatIf committed = new FactsJson().read(Files.readString(CommittedWhatIf.FILE), WhatIf.class);
        assumeThat(committed.base().layers())
                .as("docker/what-if.json was measured upon another golang:1.23, so its figures may be others")
                .isEqualTo(whatIf.base().layers());

        assertThat(CommittedWhatIf.differences(committed, whatIf))
                .as("docker/what-if.json is out of date; to renew it: cp %s %s", MEASURED, CommittedWhatIf.FILE)
                .isEmpty();
    }

    /** Aborts the test where that image cannot be had, which is no fault of the suite's. */
    private Variation uponDebian() {
        Variation debian = of(Variations.FINAL_DEBIAN);
        assumeThat(debian.failure().map(Message::english).orElse(""))
                .as("a final stage upon debian:12 was not tried")
                .doesNotContain("debian:12 is needed and cannot be pulled");
        assertThat(debian.failure()).isEmpty();
        return debian;
    }

    private Variation of(Variations variation) {
        return whatIf.variations().get(variation.ordinal());
    }

    private long bytesAsItStands() {
        return bytes(of(Variations.UNCHANGED));
    }

    private static long bytes(Variation variation) {
        return variation.bytes().orElse(0L);
    }
}
