package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageBuilderTest {

    @Test
    void aBuildIsToldTheProxiesAndNobodysPassword() {
        assertThat(ImageBuilder.proxies(Map.of(
                        "http_proxy", "http://user:p@ss@proxy:3128",
                        "HTTPS_PROXY", "proxy:3128",
                        "no_proxy", "",
                        "TOKEN", "x")))
                .isEqualTo(Map.of("http_proxy", "http://proxy:3128", "HTTPS_PROXY", "proxy:3128"));
    }
}
