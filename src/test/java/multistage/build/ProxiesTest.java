package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    @Test
    void aBuildIsGivenTheProxySettingsOfTheEnvironmentAndNothingElse() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "http://proxy:3128", "no_proxy", "localhost", "HOME", "/root", "TOKEN", "secret");

        assertThat(Proxies.in(environment::get))
                .containsOnly(entry("HTTPS_PROXY", "http://proxy:3128"), entry("no_proxy", "localhost"));
    }

    @Test
    void settingsThatAreSetToNothingAreNone() {
        assertThat(Proxies.in(Map.of("http_proxy", "", "HTTP_PROXY", " ")::get)).isEmpty();
    }

    @Test
    void anEnvironmentWithoutAnyGivesNone() {
        assertThat(Proxies.in(name -> null)).isEmpty();
    }
}
