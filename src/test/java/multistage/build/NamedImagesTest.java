package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import multistage.facts.Instruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedImagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM golang:1.23 AS builder                      | golang:1.23",
                "from  --platform=linux/arm64 a/b:1               | a/b:1",
                "COPY --from=busybox:1.36 /bin/sh /               | busybox:1.36",
                "copy --chmod=755 --FROM=busybox /bin/sh /        | busybox",
                "ADD --from=builder /hello /                      | builder",
                "RUN --mount=type=bind,from=busybox,target=/b true | busybox",
                "RUN --mount=from=busybox,target=/b true          | busybox"
            })
    void isBuiltFromOrCopiedFrom(String instruction, String image) {
        assertThat(NamedImages.in(new Instruction(1, instruction))).containsExactly(image);
    }

    @Test
    void aCommandMayMountSeveral() {
        assertThat(NamedImages.in(new Instruction(1, "RUN --mount=from=a,target=/a --mount=target=/b,from=b true")))
                .containsExactly("a", "b");
    }

    @Test
    void whatIsBuiltFromIsNotCopiedFrom() {
        assertThat(NamedImages.copiedFrom(new Instruction(1, "FROM golang:1.23")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM",
                "COPY from=busybox /",
                "RUN echo --from=busybox",
                "RUN tool --source,from=busybox",
                "LABEL --from=busybox",
                "FROMAGE brie",
                ""
            })
    void whereNoneIsNamedThereIsNone(String instruction) {
        assertThat(NamedImages.in(new Instruction(1, instruction))).isEmpty();
    }
}
