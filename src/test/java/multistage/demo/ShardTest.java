package multistage.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada", "Éloïse Martin", "", "=cmd()", "<b>x</b>"})
    void everyStudentIsInOnePartAndNoOther(String student) {
        assertThat(IntStream.rangeClosed(1, 7).filter(part -> new Shard(part, 7).takes(student)))
                .hasSize(1);
    }

    /** Else two versions of this, in two jobs, would leave somebody out. */
    @Test
    void whoIsInWhichPartNeverChanges() {
        assertThat(new Shard(1, 3).takes("ada")).isTrue();
        assertThat(new Shard(3, 3).takes("Éloïse Martin")).isTrue();
    }

    @Test
    void accentsThatASystemTakesApartMoveNobody() {
        assertThat(IntStream.rangeClosed(1, 1000).mapToObj(part -> new Shard(part, 1000)))
                .filteredOn(shard -> shard.takes(Normalizer.normalize("Éloïse", Normalizer.Form.NFD)))
                .singleElement()
                .matches(shard -> shard.takes("Éloïse"));
    }

    @Test
    void aPartIsWrittenWithASlash() {
        assertThat(Shard.parse("2/10")).isEqualTo(new Shard(2, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", " 1/3", "1/99999"})
    void whatIsNoPartIsRefused(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shard.parse(written))
                .withMessage(
                        "-Dshard=" + written + " is no part of a class; it takes PART/PARTS, from 1/10 to 10/10 say");
    }
}
