package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import multistage.facts.Instruction;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    @Test
    void commentsAndEmptyLinesAreNoInstructions() {
        assertThat(instructions("# a\n\n  # b\nFROM scratch\n")).containsExactly(new Instruction(4, "FROM scratch"));
    }

    @Test
    void continuedLinesAreJoinedWithoutTheCommentsAmongThem() {
        assertThat(instructions("RUN a \\\n# no\n\n  b && \\ \n\tc\nCMD d"))
                .containsExactly(new Instruction(1, "RUN a   b && \tc"), new Instruction(6, "CMD d"));
    }

    @Test
    void twoBackslashesContinueNothing() {
        assertThat(instructions("RUN a \\\\\nCMD b\n"))
                .containsExactly(new Instruction(1, "RUN a \\\\"), new Instruction(2, "CMD b"));
    }

    @Test
    void anotherEscapeCharacterContinuesLines() {
        assertThat(instructions("# syntax=docker/dockerfile:1\n#escape=`\nRUN a `\n  b\nCOPY c d\\\n"))
                .containsExactly(new Instruction(3, "RUN a   b"), new Instruction(5, "COPY c d\\"));
    }

    @Test
    void heredocsAreSkipped() {
        String dockerfile = """
                COPY <<robots.txt <<-"EOF" /www/
                RUN one
                robots.txt
                RUN two
                \tEOF
                RUN three
                """;

        assertThat(instructions(dockerfile))
                .extracting(Instruction::line, Instruction::text)
                .containsExactly(tuple(1, "COPY <<robots.txt <<-\"EOF\" /www/"), tuple(6, "RUN three"));
    }

    @Test
    void whatAHeredocHoldsIsKnownByItsDigest() {
        String copy = "COPY <<EOF a\n%s\nEOF\nRUN b\n";

        List<Instruction> one = instructions(copy.formatted("one"));
        List<Instruction> two = instructions(copy.formatted("two"));

        assertThat(one.get(0).heredoc())
                .hasValueSatisfying(digest -> assertThat(digest).matches("[0-9a-f]{12}"));
        assertThat(one.get(0).words()).isNotEqualTo(two.get(0).words());
        assertThat(one.get(0)).isEqualTo(instructions(copy.formatted("one")).get(0));
        assertThat(one.get(1)).isEqualTo(two.get(1)).isEqualTo(new Instruction(4, "RUN b"));
    }

    @Test
    void whatOnlyLooksLikeAHeredocIsNone() {
        assertThat(instructions("RUN cat <<<word\nENV A=\"x <<EOF\"\nRUN echo $((1 << 2))\nCMD b\n"))
                .hasSize(4);
    }

    @Test
    void aHeredocWithoutAnEndTakesTheRest() {
        assertThat(instructions("RUN <<EOF\nRUN a\n")).hasSize(1);
    }

    @Test
    void linesEndAsOnWindowsToo() {
        assertThat(instructions("FROM a\r\nRUN b \\\r\n  c\r\nCMD d\r\n"))
                .containsExactly(
                        new Instruction(1, "FROM a"), new Instruction(2, "RUN b   c"), new Instruction(4, "CMD d"));
    }

    @Test
    void aFileThatEndsInTheMiddleOfALineIsReadAsFarAsItGoes() {
        assertThat(instructions("RUN a \\")).containsExactly(new Instruction(1, "RUN a"));
        assertThat(instructions("RUN a \\\n# b")).containsExactly(new Instruction(1, "RUN a"));
        assertThat(instructions("")).isEmpty();
    }

    private static List<Instruction> instructions(String text) {
        return Dockerfile.of(text).instructions();
    }
}
