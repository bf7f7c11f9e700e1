package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StandInTest {
    private static final Map<String, String> LABELS = Map.of("multistage.stand-in", "golang:1.23");

    @Test
    void anImageIsOneByItsLabelAndItsName() {
        assertThat(StandIn.is("golang:1.23", LABELS)).isTrue();
        assertThat(StandIn.is("docker.io/library/golang:1.23", LABELS)).isTrue();
    }

    @Test
    void whatIsBuiltFromOneIsNone() {
        assertThat(StandIn.is("example/naive:latest", LABELS)).isFalse();
    }

    @Test
    void theOfficialImageIsNone() {
        assertThat(StandIn.is("golang:1.23", Map.of())).isFalse();
        assertThat(StandIn.is("golang:1.23", null)).isFalse();
    }
}
