package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerTest {
    @ParameterizedTest
    @CsvSource({
        "00000000:1F90 00000000:0000 0A, 8080, false",
        "0100007F:1F91 00000000:0000 0A, 8081, true",
        "0200007F:0050 00000000:0000 0A, 80, true",
        "030012AC:1F90 00000000:0000 0A, 8080, false",
        "00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A, 8080, false",
        "00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A, 8080, true",
        "0000000000000000FFFF00000100007F:1F90 00000000000000000000000000000000:0000 0A, 8080, true"
    })
    void readsAddressAndPortAsTheKernelListsThem(String addresses, int port, boolean loopback) {
        assertThat(Listener.parse(List.of(
                        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid",
                        "   0: " + addresses + " 00000000:00000000 00:00000000 00000000     0        0 1 1")))
                .containsExactly(new Listener(port, loopback));
    }

    @ParameterizedTest
    @CsvSource({
        "a connection that is under way, 0: 0100007F:1F90 0100007F:D431 01 00000000:00000000",
        "the resolver of Docker, 0: 0B00007F:9D2B 00000000:0000 0A 00000000:00000000",
        "what is no such list, 0: there:8080 0A"
    })
    void leavesOut(String what, String line) {
        assertThat(Listener.parse(List.of(line))).as(what).isEmpty();
    }
}
