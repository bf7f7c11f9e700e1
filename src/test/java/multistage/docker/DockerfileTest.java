package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import multistage.docker.Dockerfile.Reference;
import multistage.facts.Instruction;
import multistage.facts.NotMeasured;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "FROM a\\nRUN b | 1 FROM a, 2 RUN b",
                "# c\\n\\n  RUN a \\\\\\n# c\\n\\n  b\\nCMD c | 3 RUN a   b, 7 CMD c",
                "RUN a\\r\\nRUN b \\\\\\r\\n  c\\r\\nCMD d | 1 RUN a, 2 RUN b   c, 4 CMD d",
                "\ufeffFROM a\\nRUN b | 1 FROM a, 2 RUN b",
                "RUN a \\\\ | 1 RUN a",
                "RUN a \\\\\\n# b | 1 RUN a",
                "COPY <<E f\\nRUN one\\n E\\nE\\nRUN two | 1 COPY <<E f, 5 RUN two",
                "COPY <<-E f\\nRUN one\\n\\tE\\nRUN two | 1 COPY <<-E f, 4 RUN two",
                "COPY <<\"E\" f\\nE\\nRUN two | 1 COPY <<\"E\" f, 3 RUN two",
                "COPY <<'E' f\\nE\\nRUN two | 1 COPY <<'E' f, 3 RUN two",
                "COPY <<\\\\E f\\nE\\nRUN two | 1 COPY <<\\E f, 3 RUN two",
                "run 3<<E cat\\nE\\nRUN two | 1 run 3<<E cat, 3 RUN two",
                "ADD --chmod=755 <<E f\\nE\\nRUN two | 1 ADD --chmod=755 <<E f, 3 RUN two",
                "ONBUILD RUN <<E\\nE\\nRUN two | 1 ONBUILD RUN <<E, 3 RUN two",
                "COPY <<a <<-\"B\" /www/\\nRUN one\\na\\nRUN two\\n\\tB\\nRUN 3 | 1 COPY <<a <<-\"B\" /www/, 6 RUN 3",
                "RUN <<E\\nRUN a | 1 RUN <<E",
                "RUN <<E | 1 RUN <<E",
                "RUN cat << E\\nRUN two | 1 RUN cat << E, 2 RUN two",
                "RUN echo \"a <<E\"\\nRUN two | 1 RUN echo \"a <<E\", 2 RUN two",
                "RUN cat <<<E\\nRUN two | 1 RUN cat <<<E, 2 RUN two",
                "RUN cat<<E\\nRUN two | 1 RUN cat<<E, 2 RUN two",
                "ENV A=<<E\\nRUN two | 1 ENV A=<<E, 2 RUN two"
            })
    void anInstructionHasTheLineWhereItBeginsAndTakesItsHeredocs(String text, String instructions) {
        String shown = Dockerfile.of(text.translateEscapes()).shown().stream()
                .map(it -> it.line() + " " + it.text())
                .collect(Collectors.joining(", "));

        assertThat(shown).isEqualTo(instructions);
    }

    @Test
    void whatAHeredocHoldsIsKnownByItsDigest() {
        Instruction one = Dockerfile.of("COPY <<EOF a\none\nEOF\n").shown().get(0);
        Instruction two = Dockerfile.of("COPY <<EOF a\ntwo\nEOF\n").shown().get(0);

        assertThat(one.heredoc().orElseThrow()).matches("[0-9a-f]{12}");
        assertThat(one.words()).isNotEqualTo(two.words());
    }

    @Test
    void aLineOfAFileFromAHeredocHasALineInTheDockerfile() {
        Dockerfile dockerfile = Dockerfile.of(
                "FROM a\nCOPY <<\\X ./src/main.go\na\nb\nX\nCOPY <<go.mod <<c.go /src/\nd\ngo.mod\ne\nc.go\n");

        assertThat(dockerfile.lineOf("main.go", 2)).contains(4);
        assertThat(dockerfile.lineOf("go.mod", 1)).contains(7);
        assertThat(dockerfile.lineOf("c.go", 1)).contains(9);
        assertThat(dockerfile.lineOf("main.go", 3)).isEmpty();
        assertThat(dockerfile.lineOf("n.go", 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "[a 2/2] COPY main.go . | 2",
                "[stage-1 3/3] COPY x /x/ | 4",
                "[1/2] STEP 2/2: COPY x /x/ | 4",
                "STEP 2/2: WORKDIR /app | 5",
                "[stage-1 3/3] RUN twice | none",
                "exporting to image | none"
            })
    void aStepIsTheOneInstructionThatReadsTheSame(String step, Integer line) {
        Dockerfile dockerfile = Dockerfile.of(
                "FROM x AS a\ncopy  'main.go' .\nFROM y\nCOPY ${F} /x/\nWORKDIR /app\nRUN twice\nRUN twice\n");

        assertThat(dockerfile.instruction(step).map(Instruction::line)).isEqualTo(Optional.ofNullable(line));
    }

    @Test
    void whatIsNamedIsFoundWithTheValuesOfVariables() {
        Dockerfile dockerfile = Dockerfile.of("""
                ARG V=9
                FROM --platform=linux/amd64 golang:$V AS builder
                RUN --mount=type=bind,from=busybox:1.36,target=/b true --from=none
                COPY --chown=1 --from=bilder /a /b
                FROM docker.io/library/debian
                """);

        assertThat(List.of("golang:9", "busybox:1.36", "bilder:latest", "debian:latest", "none"))
                .extracting(image -> dockerfile
                        .references()
                        .filter(it -> it.isOf(image))
                        .map(it -> it.instruction().line())
                        .toList())
                .containsExactly(List.of(2), List.of(3), List.of(4), List.of(5), List.of());
        assertThat(dockerfile.stages()).containsExactly("builder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "FROM a:$V | V",
                "ARG V\\nFROM a:${V} | V",
                "ARG V=\\nFROM a:${V} | V",
                "ARG V=\"\"\\nFROM a:${V} | V",
                "FROM b\\nARG V=1\\nFROM a:${V} | V",
                "ARG VV=1\\nFROM a:${V} | V",
                "ARG A=1 V=2\\nFROM a:${V} | none",
                "FROM a:${V:-1} | none",
                "FROM --platform=$BUILDPLATFORM a | none"
            })
    void aVariableWithoutAValueIsNamed(String text, String variable) {
        Dockerfile dockerfile = Dockerfile.of(text.translateEscapes());
        Reference base = dockerfile.references().reduce((one, later) -> later).orElseThrow();

        assertThat(dockerfile.withoutValue(base)).isEqualTo(Optional.ofNullable(variable));
    }

    @Test
    void secretsAndKeysThatNeedNotBeThereAreNotAskedFor() {
        Dockerfile dockerfile = Dockerfile.of("""
                RUN --network=none --mount=type=secret,id=a \\
                    --mount=id=b,type=ssh,required=false --mount=type=cache,target=/c make
                RUN --mount=type=secret,id=c,required --mount=type=ssh,required=true make
                """);

        assertThat(new String(dockerfile.withoutOptionalSecrets(), StandardCharsets.UTF_8))
                .isEqualTo("""
                RUN --network=none  \\
                     --mount=type=cache,target=/c make
                RUN --mount=type=secret,id=c,required --mount=type=ssh,required=true make
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "' \r\n\t', UTF-8, Dockerfile-multi is empty",
        "'\0PK', UTF-8, Dockerfile-multi is no text",
        "\ufeffFROM a, UTF-16BE, 'Dockerfile-multi is text in UTF-16, and must be in UTF-8'",
        "\ufeffFROM a, UTF-16LE, 'Dockerfile-multi is text in UTF-16, and must be in UTF-8'"
    })
    void whatIsNoTextIsRefused(String text, Charset charset, String why, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("Dockerfile-multi");
        Files.write(file, text.getBytes(charset));

        assertRefused(file).hasMessageStartingWith(why);
    }

    @Test
    void aMissingFileIsRefusedWithWhatIsThereInstead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Dockerfile-multi");
        assertRefused(file)
                .hasMessageContaining("there is no Dockerfile-multi in ")
                .hasMessageContaining("is empty");

        Files.createDirectory(file);
        Files.createFile(folder.resolve("a\n::error::b"));
        assertRefused(file).hasMessageContaining("which holds Dockerfile-multi, a ::error::b; the lesson calls");
    }

    @Test
    void aLinkIsNotFollowedOutOfTheFolder(@TempDir Path around) throws IOException {
        Path folder = Files.createDirectory(around.resolve("demo"));
        Path file = folder.resolve("Dockerfile-multi");
        Files.writeString(folder.resolve("real"), "FROM scratch");
        Files.createSymbolicLink(file, Path.of("real"));
        assertThat(Dockerfile.read(file).shown()).hasSize(1);

        Path eve = Files.createSymbolicLink(around.resolve("eve"), folder);
        assertRefused(eve.resolve("Dockerfile-multi"))
                .hasMessage("the folder eve is a link: put the folder itself there");

        Files.writeString(around.resolve("secret"), "FROM scratch");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("../secret"));
        assertRefused(file).hasMessageContaining("is a link that leads out of the demo's folder");
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Path file) {
        return assertThatThrownBy(() -> Dockerfile.read(file)).isInstanceOf(NotMeasured.class);
    }
}
