package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import multistage.facts.FactsJson;
import multistage.facts.WhatIf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWhatIfTest {
    @TempDir
    private Path folder;

    private Path later;
    private Path earlier;
    private LastWhatIf last;

    @BeforeEach
    void places() {
        later = folder.resolve("target.json");
        earlier = folder.resolve("docker.json");
        last = new LastWhatIf(later, earlier);
    }

    @Test
    void theLaterMeasurementsAreTaken() throws IOException {
        WhatIf older = changed(whatIf(), with("variations", List.of()));
        Files.writeString(earlier, new FactsJson().write(older));
        assertThat(last.read()).contains(older);

        Files.writeString(later, new FactsJson().write(whatIf()));
        assertThat(last.read()).contains(whatIf());
    }

    @Test
    void beforeTheFirstMeasurementThereAreNone() {
        assertThat(last.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"variations\" : []}", "{\"provenance\" : null", "no JSON"})
    void aBrokenFileIsNamedWithWhatToDo(String text) throws IOException {
        Files.writeString(earlier, new FactsJson().write(whatIf()));
        Files.writeString(later, text);

        assertThatIllegalArgumentException()
                .isThrownBy(last::read)
                .withMessageStartingWith(
                        later + " cannot be read; remove it, and mvn verify will measure again: these are no facts: ");
    }

    @Test
    void aFileOfANewerFormIsNamedWithWhatIsNew() throws IOException {
        Files.writeString(later, new FactsJson().write(whatIf()).replaceFirst("\"base\"", "\"colour\" : 1, \"base\""));

        assertThatIllegalArgumentException()
                .isThrownBy(last::read)
                .withMessageStartingWith(later + " cannot be read; remove it")
                .withMessageContaining("\"colour\"");
    }

    @Test
    void aFileThatIsNoTextIsNamedWithWhatToDo() throws IOException {
        Files.write(later, new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(last::read)
                .withMessage(later + " cannot be read; remove it, and mvn verify will measure again");
    }
}
