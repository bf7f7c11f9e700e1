package multistage.run;

import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import multistage.run.FactsStore.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsStoreTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(5));
    private static final Stored STORED = new Stored("0a1b", LIMITS, Duration.ofMillis(1500), good());

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsReadBack() {
        store().write("Éloïse Martin", STORED);

        assertThat(store().read("Éloïse Martin")).contains(STORED);
    }

    @Test
    void whatIsKeptAnewTakesThePlaceOfWhatWasKnownAndLeavesNothingBeside() {
        store().write("ada", new Stored("other", LIMITS, Duration.ZERO, good()));
        store().write("ada", STORED);

        assertThat(store().read("ada")).contains(STORED);
        assertThat(folder.resolve("ada")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whoWasBegunWithIsKnownUntilSomethingIsKept() {
        assertThat(store().isBegun("ada")).isFalse();

        store().noteBegun("ada");
        assertThat(store().isBegun("ada")).isTrue();
        assertThat(store().read("ada")).isEmpty();

        store().write("ada", STORED);
        assertThat(store().isBegun("ada")).isFalse();
    }

    @Test
    void ofWhoWasNotMeasuredNothingIsKnown() {
        assertThat(store().read("ada")).isEmpty();
    }

    @Test
    void whatIsHalfWrittenOrAnotherVersionsIsNotRead() throws IOException {
        store().write("ada", STORED);
        Path file = folder.resolve("ada/facts.json");
        String whole = Files.readString(file);

        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThat(store().read("ada")).isEmpty();

        Files.writeString(file, whole.replace("\"fingerprint\"", "\"digest\""));
        assertThat(store().read("ada")).isEmpty();
    }

    @Test
    void whereNothingCanBeKeptThatIsSaid() throws IOException {
        Files.writeString(folder.resolve("ada"), "a file where a folder is to be");

        assertThatThrownBy(() -> store().write("ada", STORED))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("what was measured cannot be kept in " + folder.resolve("ada/facts.json"));
    }

    private FactsStore store() {
        return new FactsStore(folder);
    }
}
