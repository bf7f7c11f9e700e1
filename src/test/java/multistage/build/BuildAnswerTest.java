package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import multistage.build.fixtures.DockerJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildAnswerTest {
    private static final String ID = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String BUILT = "{\"id\":\"moby.image.id\",\"aux\":{\"ID\":\"" + ID + "\"}}\n";

    private final List<String> log = new ArrayList<>();

    @Test
    void anotherBuildersAnswerPassesAsItIs() throws IOException {
        String podman = """
                {"stream":"STEP 1/2: FROM golang:1.23\\n"}
                {"stream":"STEP 2/2: RUN true\\n"}
                {"status":"Pulling from library/golang","id":"1.23"}
                {"status":"Downloading","progressDetail":{"current":1,"total":2},"id":"a"}
                {"aux":{"ID":"%s"}}
                """.formatted(ID);
        String built = "{\"stream\":\"Successfully built 0123456789ab\\n\"}\n";
        BuildAnswer answer = answer(podman + built);

        assertThat(text(answer)).isEqualTo(podman + built);
        assertThat(answer.imageId()).contains(ID);
        assertThat(log)
                .containsExactly(
                        "STEP 1/2: FROM golang:1.23",
                        "STEP 2/2: RUN true",
                        "Pulling from library/golang",
                        "Successfully built 0123456789ab");
    }

    @Test
    void theIdOfAnotherStageIsNotTheImages() throws IOException {
        BuildAnswer answer = answer(("""
                {"aux":{"ID":"sha256:%s"}}
                {"stream":"Successfully built 0123456789ab\\n"}
                """).formatted("f".repeat(64)));

        assertThat(DockerJava.imageId(answer)).isEqualTo("0123456789ab");
        assertThat(answer.imageId()).contains("0123456789ab");
    }

    @Test
    void linesMayEndAsDockerEndsThem() throws IOException {
        BuildAnswer answer =
                answer(trace("[1/1] RUN true", "hello").replace("\n", "\r\n") + BUILT.replace("\n", "\r\n"));

        assertThat("sha256:" + DockerJava.imageId(answer)).isEqualTo(ID);
        assertThat(log).containsExactly("#1 [1/1] RUN true", "#1 0.000 hello");
    }

    @Test
    void aLineIsThereBeforeTheNextIsAskedFor() throws IOException {
        AtomicBoolean asked = new AtomicBoolean();
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                asked.set(true);
                return -1;
            }
        };
        BuildAnswer answer =
                new BuildAnswer(new SequenceInputStream(bytes(trace("[1/1] RUN true", "hello\n")), slow), log::add);
        byte[] into = new byte[1000];

        int length = answer.read(into);

        assertThat(new String(into, 0, length, StandardCharsets.UTF_8))
                .isEqualTo("{\"stream\":\"#1 [1/1] RUN true\\n\"}\n{\"stream\":\"#1 0.000 hello\\n\"}\n");
        assertThat(log).containsExactly("#1 [1/1] RUN true", "#1 0.000 hello");
        assertThat(asked).isFalse();
        assertThat(answer.read(into)).isEqualTo(-1);
    }

    @Test
    void readsByteByByteToo() throws IOException {
        BuildAnswer answer = answer(BUILT);

        assertThat(answer.read(new byte[0])).isZero();
        assertThat(answer.read()).isEqualTo('{');
        assertThat(answer.available()).isPositive();
        assertThat(answer.imageId()).contains(ID);
        assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("\"stream\":")
                .endsWith("}\n");
        assertThat(answer.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Bad Gateway</html>                                   | it is not JSON, or breaks off",
                "{\"stream\":\"broken                                       | it is not JSON, or breaks off",
                "[1, 2]                                                     | docker-java cannot read it",
                "42                                                         | docker-java cannot read it",
                "{\"id\":\"other\",\"aux\":\"text\"}                         | docker-java cannot read it",
                "{\"id\":\"moby.buildkit.trace\",\"aux\":\"no base64!\"}     | it is no trace of a build",
                "{\"id\":\"moby.buildkit.trace\",\"aux\":\"AAAA\"}           | it is no trace of a build",
                "{\"id\":\"moby.buildkit.trace\",\"aux\":{\"a\":\"b\"}}     | it is no trace of a build"
            })
    void aBrokenLineIsLeftOutAndTheBuildGoesOn(String line, String why) throws IOException {
        BuildAnswer answer = answer(trace("[1/1] RUN true", "hello\n") + line.strip() + "\n" + BUILT);

        assertThat("sha256:" + DockerJava.imageId(answer)).isEqualTo(ID);
        assertThat(log).last().isEqualTo("(a line of the engine's answer is left out: " + why + ")");
    }

    @Test
    void aLineOfMegabytesIsLeftOutAndTheBuildGoesOn() throws IOException {
        InputStream huge = new SequenceInputStream(
                new ByteArrayInputStream(new byte[AnswerLines.LONGEST + 1]), bytes("\n" + trace("A", "") + BUILT));
        BuildAnswer answer = new BuildAnswer(huge, log::add);

        assertThat("sha256:" + DockerJava.imageId(answer)).isEqualTo(ID);
        assertThat(log)
                .containsExactly(
                        "(a line of the engine's answer is left out: it is longer than 4194304 bytes)", "#1 A");
    }

    @Test
    void endlessBrokenLinesAreRemarkedOnToSomePoint() throws IOException {
        read(bytes("?\n".repeat(BoundedLog.MOST_LINES + 10)));

        assertThat(log).hasSize(BoundedLog.MOST_LINES + 1).last().asString().contains("left out");
    }

    @Test
    void jsonWithinJsonWithinJsonIsLeftOut() throws IOException {
        read(bytes("{\"a\":".repeat(100_000) + "\n"));

        assertThat(log).containsExactly("(a line of the engine's answer is left out: it is not JSON, or breaks off)");
    }

    @Test
    void anImageIdThatIsNoneIsNoSuccess() {
        BuildAnswer answer = answer(BUILT.replace("0123", "../x"));

        assertThatThrownBy(() -> DockerJava.imageId(answer)).hasMessage("Could not build image");
        assertThat(answer.imageId()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffIsNoSuccess() throws IOException {
        BuildAnswer answer = read(bytes(trace("[1/1] RUN true", "hel")));

        assertThat(answer.imageId()).isEmpty();
        assertThat(answer.error()).isEmpty();
        assertThat(answer.cached()).isFalse();
        assertThat(log).endsWith("#1 0.000 hel");
    }

    @Test
    void aBrokenConnectionIsToldAsSuch() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> new BuildAnswer(broken, log::add).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void closingClosesTheEnginesAnswerAndTellsTheLastWords() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream engines = new SequenceInputStream(bytes(trace("[1/1] RUN read", "Password: ")), bytes("")) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        BuildAnswer answer = new BuildAnswer(engines, log::add);
        assertThat(answer.read()).isPositive();

        answer.close();

        assertThat(closed).isTrue();
        assertThat(log).containsExactly("#1 [1/1] RUN read", "#1 0.000 Password: ");
    }

    @Test
    void whatTheEngineAnswersInPlaceOfABuildIsAnError() throws IOException {
        assertThat(read(bytes("{\"message\":\"unknown instruction: RUNN\"}\n")).error())
                .contains("unknown instruction: RUNN");
        assertThat(read(bytes("{\"error\":\"old Podman\"}\n")).error()).contains("old Podman");
        assertThat(read(bytes("{\"error\":\"first\"}\n{\"error\":\"later\"}\n")).error())
                .contains("first");
        assertThat(read(bytes("{\"error\":\"" + "x".repeat(100_000) + "\"}\n"))
                        .error()
                        .orElseThrow())
                .hasSize(64_000);
    }

    @Test
    void theImageOfABuildThatFailsAfterAllIsNone() {
        BuildAnswer answer = answer(BUILT + "{\"errorDetail\":{\"message\":\"no space\"},\"error\":\"no space\"}\n");

        assertThatThrownBy(() -> DockerJava.imageId(answer)).hasMessage("Could not build image: no space");
        assertThat(answer.imageId()).isEmpty();
        assertThat(answer.cached()).isFalse();
    }

    @Test
    void whatACommandPrintsIsNotTakenForSuccess() {
        String printing = trace("[1/1] RUN pip install .", "Successfully built wheel\n");

        assertThatThrownBy(() -> DockerJava.imageId(answer(printing))).hasMessage("Could not build image");
        assertThat(log).endsWith("#1 0.000 Successfully built wheel");
    }

    private BuildAnswer answer(String text) {
        return new BuildAnswer(bytes(text), log::add);
    }

    private BuildAnswer read(InputStream engines) throws IOException {
        BuildAnswer answer = new BuildAnswer(engines, log::add);
        answer.readAllBytes();
        return answer;
    }

    private static String text(InputStream answer) throws IOException {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A line of BuildKit's about a step that runs and prints. */
    private static String trace(String name, String output) {
        UnknownFieldSet vertex = UnknownFieldSet.newBuilder()
                .addField(1, field("sha256:a"))
                .addField(3, field(name))
                .addField(5, field(""))
                .build();
        UnknownFieldSet log = UnknownFieldSet.newBuilder()
                .addField(1, field("sha256:a"))
                .addField(4, field(output))
                .build();
        byte[] response = UnknownFieldSet.newBuilder()
                .addField(
                        1,
                        Field.newBuilder()
                                .addLengthDelimited(vertex.toByteString())
                                .build())
                .addField(
                        3,
                        Field.newBuilder()
                                .addLengthDelimited(log.toByteString())
                                .build())
                .build()
                .toByteArray();
        return "{\"id\":\"moby.buildkit.trace\",\"aux\":\""
                + Base64.getEncoder().encodeToString(response) + "\"}\n";
    }

    private static Field field(String text) {
        return Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }
}
