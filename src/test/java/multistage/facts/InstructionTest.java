package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstructionTest {
    @Test
    void itsKeywordIsItsFirstWordInCapitals() {
        assertThat(new Instruction(1, "copy\t--from=builder /hello /hello").keyword())
                .isEqualTo("COPY");
        assertThat(new Instruction(1, "FROM").keyword()).isEqualTo("FROM");
    }

    @Test
    void itsWordsTellWhatItsHeredocHolds() {
        assertThat(new Instruction(6, "COPY <<EOF a", Optional.of("5d1e0c2b7a94")).words())
                .isEqualTo("COPY <<EOF a (heredoc 5d1e0c2b7a94)");
        assertThat(new Instruction(6, "COPY a b").words()).isEqualTo("COPY a b");
    }
}
