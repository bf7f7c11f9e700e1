package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Sha256StreamTest {
    private final Sha256Stream stream = new Sha256Stream(new ByteArrayInputStream("abc".getBytes()));

    @Test
    void theDigestIsThatOfTheWholeStreamHoweverMuchWasRead() throws IOException {
        assertThat(stream.read()).isEqualTo('a');

        // FIPS 180-2, appendix B.1.
        assertThat(stream.digest())
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(stream.digest());
    }
}
