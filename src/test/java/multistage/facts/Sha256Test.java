package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** By the first example of FIPS 180-4, "abc". */
class Sha256Test {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aTextHasThatOfItsBytes() {
        assertThat(Sha256.of("abc")).isEqualTo(ABC);
        assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).isEqualTo(ABC);
    }

    @Test
    void oneThatIsBegunTakesWhatComes() {
        var digest = Sha256.begun();
        digest.update((byte) 'a');
        digest.update(new byte[] {'b', 'c'});

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(ABC);
    }
}
