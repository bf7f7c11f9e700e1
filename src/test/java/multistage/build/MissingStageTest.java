package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import multistage.facts.Message;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingStageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY --from=bulider /hello /hello",
                "copy --chmod=755 --from=bulider /hello /hello",
                "COPY --FROM=bulider /hello /hello",
                "RUN --mount=type=bind,from=bulider,target=/b cp /b/hello /"
            })
    void aMisspeltStageIsNamedWithThoseThatThereAre(String instruction) {
        assertThat(explain("FROM golang:1.23 AS builder\nfrom debian as tools\nFROM scratch\n" + instruction))
                .contains("bulider is no stage of Dockerfile-multi, which names builder, tools");
    }

    @Test
    void podmanNamesItWithoutATag() {
        String dockerfile = "FROM golang:1.23 AS builder\nFROM scratch\nCOPY --from=bulider /hello /hello\n";

        assertThat(explain(dockerfile, "bulider"))
                .contains("bulider is no stage of Dockerfile-multi, which names builder");
    }

    @Test
    void whereNoStageHasANameThatIsSaid() {
        assertThat(explain("FROM golang:1.23\nFROM scratch\nCOPY --from=bulider /hello /hello")
                        .orElseThrow())
                .contains("which names none");
    }

    @Test
    void howStagesAreNamedIsTheirAuthorsAffairAndNotTheMessages() {
        assertThat(explain("FROM scratch AS " + "\u001b[31m" + "x".repeat(100_000) + "\n"
                                + "FROM scratch AS y\n".repeat(1_000)
                                + "COPY --from=bulider /hello /hello")
                        .orElseThrow())
                .startsWith("bulider is no stage of Dockerfile-multi, which names xxx")
                .contains("x…, y, y, ")
                .endsWith(", y, …")
                .doesNotContain("\u001b")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM bulider",
                "FROM bulider AS builder",
                "FROM scratch\nCOPY --from=bulider:latest /hello /hello",
                "FROM scratch\nCOPY bulider /",
                "FROM scratch\nRUN echo --from=bulider",
                "FROM scratch\n# COPY --from=bulider /hello /hello"
            })
    void whatIsMeantAsAnImageIsNoStage(String dockerfile) {
        assertThat(explain(dockerfile)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulider:1", "registry.example/bulider:latest", ":latest"})
    void norIsANameThatNoStageCanHave(String image) {
        assertThat(explain("COPY --from=bulider / /", image)).isEmpty();
    }

    private static Optional<String> explain(String dockerfile) {
        return explain(dockerfile, "bulider:latest");
    }

    private static Optional<String> explain(String dockerfile, String image) {
        return MissingStage.explain(Variant.MULTI, Dockerfile.of(dockerfile), image)
                .map(Message::english);
    }
}
