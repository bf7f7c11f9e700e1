package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTest {
    private final Response response =
            new Response(200, Map.of("date", "Sun, 01 Nov 2026 12:00:00 GMT", "content-length", "2"), "ok", false);

    @Test
    void allHeadersLastButTheDate() {
        assertThat(response.lastingHeaders()).isEqualTo(Map.of("content-length", "2"));
    }

    @Test
    void theDateStaysAmongTheHeaders() {
        response.lastingHeaders().clear();

        assertThat(response.headers()).containsOnlyKeys("content-length", "date");
    }
}
