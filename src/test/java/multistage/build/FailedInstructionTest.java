package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedInstructionTest {
    private static final String DOCKERFILE = """
            # RUN false
            FROM golang:1.23 AS builder
            COPY <<'EOF' main.go
            RUN false
            EOF
            run  go build \\
                # static, so that it runs on scratch
                -o "/hello"   \\

                ./main.go
            RUN false
            RUN echo "$GREETING to ${WHOM:-you}" && exit 1
            RUN twice
            RUN twice
            """;

    @Test
    void isGivenWithoutItsPlace() {
        assertThat(of("[builder 4/4] RUN false")).isEqualTo(new FailedInstruction("RUN false", Optional.of(11)));
    }

    @Test
    void isFoundWhereItsFirstLineIs() {
        assertThat(of("[builder 2/4] RUN go build     -o \"/hello\"       ./main.go")
                        .line())
                .hasValue(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[builder  4/12] RUN false",
                "[linux/amd64->arm64 builder 4/4] RUN false",
                "STEP 4/4: RUN false",
                "[1/2] STEP 4/4: RUN false",
                "Step 4/4 : RUN false"
            })
    void isFoundFromEachBuildersName(String step) {
        assertThat(of(step)).isEqualTo(new FailedInstruction("RUN false", Optional.of(11)));
    }

    @Test
    void isFoundWithItsVariablesReplaced() {
        assertThat(of("[4/4] RUN echo \"Hello to $ all\" && exit 1").line()).hasValue(12);
        assertThat(of("[4/4] RUN echo \"Hello to you\" && exit 2").line()).isEmpty();
        assertThat(of("[4/4] RUN echo Hello && exit 1").line()).isEmpty();
    }

    @Test
    void whatStandsAroundAVariableStandsThereTwice() {
        assertThat(of("RUN ab${X}b", "[2/2] RUN ab").line()).isEmpty();
        assertThat(of("RUN ab${X}b", "[2/2] RUN abb").line()).hasValue(1);
    }

    @Test
    void hasNoLineWhereItStandsTwiceOrNowhere() {
        assertThat(of("[3/4] RUN twice")).isEqualTo(new FailedInstruction("RUN twice", Optional.empty()));
        assertThat(of("[3/4] RUN never")).isEqualTo(new FailedInstruction("RUN never", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[internal] load metadata for docker.io/library/golang:1.23",
                "exporting to image",
                "copy /context /",
                "[builder x/y] RUN false"
            })
    void aStepOfNoDockerfileIsNone(String step) {
        assertThat(FailedInstruction.of(Dockerfile.of(DOCKERFILE), step)).isEmpty();
    }

    @Test
    void isSafeToShow() {
        assertThat(of("[2/2] RUN \u001b[31mred\nblue").text()).isEqualTo("RUN red blue");
    }

    @Test
    void variablesByTheThousandAreNoTrouble() {
        String step = "[2/2] RUN " + "a".repeat(15_000) + "!";
        String dockerfile = "RUN " + "$a${b}a".repeat(10_000) + "\n";

        assertThat(of(dockerfile, step).line()).isEmpty();
    }

    private static FailedInstruction of(String step) {
        return of(DOCKERFILE, step);
    }

    private static FailedInstruction of(String dockerfile, String step) {
        return FailedInstruction.of(Dockerfile.of(dockerfile), step).orElseThrow();
    }
}
