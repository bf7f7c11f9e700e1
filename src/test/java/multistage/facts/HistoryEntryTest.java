package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEntryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // BuildKit: plain, with build arguments, with mounts, in exec form
                "RUN /bin/sh -c go build -o /hello ./main.go # buildkit",
                "RUN |1 VERSION=1.0 /bin/sh -c go build -o /hello # buildkit",
                "RUN --mount=type=cache,target=/root/.cache /bin/sh -c go build # buildkit",
                "RUN go build # buildkit",
                // the classic builder, and Podman
                "/bin/sh -c go build -o /hello ./main.go",
            })
    void aRunRan(String createdBy) {
        assertThat(new HistoryEntry(createdBy, 0, Optional.empty()).ran()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // BuildKit
                "COPY /hello /hello # buildkit",
                "ENTRYPOINT [\"/hello\"]",
                "CMD [\"/bin/sh\" \"-c\" \"RUN \"]",
                "# debian.sh --arch 'amd64' out/ 'bookworm' '@1740355200'",
                // the classic builder
                "/bin/sh -c #(nop)  CMD [\"/hello\"]",
                "/bin/sh -c #(nop) COPY file:5f0e in /hello ",
                // Podman
                "/bin/sh -c #(nop) LABEL \"io.buildah.version\"=\"1.39.3\"",
                "/bin/sh -c #(nop) ENTRYPOINT [\"/hello\"]",
                "",
            })
    void nothingElseRan(String createdBy) {
        assertThat(new HistoryEntry(createdBy, 5_062_808, Optional.empty()).ran())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"COPY a b", "COPY a b # buildkit", "/bin/sh -c #(nop) COPY a b", "/bin/sh -c #(nop)  COPY a b "})
    void anInstructionIsToldWithoutItsBuildersWords(String createdBy) {
        assertThat(new HistoryEntry(createdBy, 0, Optional.empty()).instruction())
                .isEqualTo("COPY a b");
    }
}
