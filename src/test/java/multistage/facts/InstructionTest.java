package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstructionTest {
    @Test
    void itsKeywordIsItsFirstWordInCapitals() {
        assertThat(new Instruction(1, "copy\t--from=builder /hello /hello").keyword())
                .isEqualTo("COPY");
        assertThat(new Instruction(1, "FROM").keyword()).isEqualTo("FROM");
    }
}
