package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import multistage.facts.HistoryEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerHistoryTest {
    /** Each entry as BYTES INSTRUCTION; behind the arrow, which layer each made, and a dash for none. */
    @ParameterizedTest
    @CsvSource({
        "1 COPY /hello /hello # buildkit | 0 ENTRYPOINT [\"/hello\"],      1, 1 -",
        "0 RUN /bin/sh -c true # buildkit | 0 CMD [\"bash\"],              1, 1 -",
        "0 /bin/sh -c true | 0 /bin/sh -c #(nop)  CMD [\"bash\"],          1, 1 -",
        "0 COPY /nothing / # buildkit | 0 WORKDIR /,                       1, 1 -",
        "0 /bin/sh -c #(nop) ADD file:a in / | 0 /bin/sh -c #(nop) LABEL \"a\"=\"b\", 1, 1 -",
        "0 ENV A=RUN true | 0 ARG A=COPY  | 0 EXPOSE map[8080/tcp:{}],     0, - - -",
        "117 ADD rootfs.tar / | 0 CMD [\"bash\"] | 0 WORKDIR /app,         1, 1 - -",
        "117 ADD rootfs.tar / | 0 CMD [\"bash\"] | 0 WORKDIR /app,         2, 1 - 2",
        "0 WORKDIR /app | 1 COPY a b | 0 WORKDIR /,                        2, 1 2 -",
        "1 COPY a b,                                                       2, -",
        "0 WORKDIR /b | 0 WORKDIR /a,                                      1, - -",
        "5 an image without words,                                         1, 1",
    })
    void anEntryMadeTheLayerThatItsWordsAndTheNumberOfLayersTell(String history, int layers, String made) {
        List<HistoryEntry> told = LayerHistory.of(
                entries(history),
                IntStream.rangeClosed(1, layers).mapToObj(String::valueOf).toList());

        assertThat(told).extracting(entry -> entry.layer().orElse("-")).containsExactly(made.split(" "));
    }

    @Test
    void labelsThatARunGaveAreNoneOfTheDockerfiles() {
        String labels = "0 /bin/sh -c #(nop) LABEL \"multistage.image\"=\"x\" \"org.testcontainers\"=\"true\"";

        assertThat(LayerHistory.of(entries("1 RUN a | 0 LABEL a=b | " + labels), List.of("1")))
                .extracting(HistoryEntry::createdBy)
                .containsExactly("RUN a", "LABEL a=b");
    }

    private static Stream<HistoryEntry> entries(String history) {
        return Stream.of(history.split(" \\| "))
                .map(entry -> entry.split(" ", 2))
                .map(parts -> new HistoryEntry(parts[1], Long.parseLong(parts[0]), Optional.empty()));
    }
}
