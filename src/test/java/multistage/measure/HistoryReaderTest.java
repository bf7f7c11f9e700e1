package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.ImageHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.docker.fixtures.FakeDocker;
import multistage.facts.HistoryEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryReaderTest {
    @Test
    void entriesComeOldestFirstWithTheirBytesAndLayers() {
        assertThat(read(List.of("sha256:1"), entry("ENTRYPOINT [\"/hello\"]", 0), entry("COPY /hello /hello", 5)))
                .containsExactly(
                        new HistoryEntry("COPY /hello /hello", 5, Optional.of("sha256:1")),
                        new HistoryEntry("ENTRYPOINT [\"/hello\"]", 0, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN /bin/sh -c true # buildkit",
                "/bin/sh -c true",
                "|1 A=b /bin/sh -c true",
                "COPY /nothing / # buildkit",
                "/bin/sh -c #(nop) COPY dir:abc in / ",
                "/bin/sh -c #(nop) ADD file:abc in / "
            })
    void whatRunsOrCopiesMakesALayerThoughItAddsNothing(String createdBy) {
        assertThat(layers(read(List.of("sha256:1"), entry("WORKDIR /", 0), entry(createdBy, 0))))
                .containsExactly("sha256:1", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CMD [\"bash\"]",
                "ENV A=RUN true",
                "/bin/sh -c #(nop)  CMD [\"bash\"]",
                "/bin/sh -c #(nop) LABEL \"a\"=\"b\"",
                "EXPOSE map[8080/tcp:{}]",
                "ARG A=COPY "
            })
    void whatOnlyConfiguresMakesNone(String createdBy) {
        assertThat(layers(read(
                        List.of("sha256:1", "sha256:2"),
                        entry("WORKDIR /a", 0),
                        entry(createdBy, 0),
                        entry("RUN a", 1))))
                .containsExactly("sha256:1", "", "sha256:2");
    }

    @Test
    void whatARunLabelledIsNoneOfTheDockerfiles() {
        String labels = "/bin/sh -c #(nop) LABEL \"multistage.image\"=\"x\" \"org.testcontainers\"=\"true\"";

        assertThat(read(List.of("sha256:1"), entry(labels, 0), entry("LABEL a=b", 0), entry("RUN a", 1)))
                .extracting(HistoryEntry::createdBy)
                .containsExactly("RUN a", "LABEL a=b");
    }

    @Test
    void whetherAWorkdirMakesALayerIsToldByTheirNumber() {
        ImageHistory[] history = {entry("WORKDIR /app", 0), entry("CMD [\"bash\"]", 0), entry("ADD rootfs.tar /", 117)};

        assertThat(layers(read(List.of("sha256:1"), history))).containsExactly("sha256:1", "", "");
        assertThat(layers(read(List.of("sha256:1", "sha256:2"), history))).containsExactly("sha256:1", "", "sha256:2");
    }

    @Test
    void theRootFolderNeedsNoLayerToBeTheWorkingDirectory() {
        ImageHistory[] history = {entry("WORKDIR /", 0), entry("COPY a b", 1), entry("WORKDIR /app", 0)};

        assertThat(layers(read(List.of("sha256:1", "sha256:2"), history))).containsExactly("sha256:1", "sha256:2", "");
    }

    @Test
    void aCommandThatOnlySpeaksOfTheRootFolderMakesItsLayer() {
        ImageHistory[] history = {
            entry("WORKDIR /app", 0), entry("RUN /bin/sh -c echo WORKDIR /", 0), entry("WORKDIR /", 0)
        };

        assertThat(layers(read(List.of("sha256:1", "sha256:2"), history))).containsExactly("", "sha256:1", "sha256:2");
    }

    @Test
    void whatDoesNotTallyIsLeftOpen() {
        assertThat(layers(read(List.of("sha256:1", "sha256:2"), entry("COPY a b", 1))))
                .containsExactly("");
        assertThat(layers(read(List.of("sha256:1"), entry("WORKDIR /a", 0), entry("WORKDIR /b", 0))))
                .containsExactly("", "");
    }

    @Test
    void anEntryWithoutWordsIsOneToo() {
        assertThat(read(List.of("sha256:1"), FakeDocker.json(ImageHistory.class, "{}")))
                .containsExactly(new HistoryEntry("", 0, Optional.of("sha256:1")));
    }

    /** The entries as an engine lists them: newest first. */
    private static List<HistoryEntry> read(List<String> layers, ImageHistory... newestFirst) {
        FakeDocker docker = new FakeDocker().answer("imageHistoryCmd(some/image)", List.of(newestFirst));
        return new HistoryReader(docker.client()).read("some/image", layers);
    }

    private static Stream<String> layers(List<HistoryEntry> history) {
        return history.stream().map(entry -> entry.layer().orElse(""));
    }

    private static ImageHistory entry(String createdBy, long bytes) {
        return FakeDocker.json(
                ImageHistory.class, "{\"CreatedBy\": \"%s\", \"Size\": %d}", createdBy.replace("\"", "\\\""), bytes);
    }
}
