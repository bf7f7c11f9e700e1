package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    @Test
    void aBuildIsGivenTheProxySettingsOfTheEnvironmentAndNothingElse() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "http://proxy:3128", "no_proxy", "localhost", "HOME", "/root", "TOKEN", "secret");

        assertThat(Proxies.in(environment::get))
                .containsOnly(entry("HTTPS_PROXY", "http://proxy:3128"), entry("no_proxy", "localhost"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:secret@proxy:3128, http://proxy:3128",
        "http://user:sec@ret/@proxy:3128/, http://proxy:3128/",
        "user:secret@proxy:3128, proxy:3128"
    })
    void aBuildIsNotToldWhoMayUseTheProxy(String set, String given) {
        assertThat(Proxies.in(Map.of("http_proxy", set)::get)).containsOnly(entry("http_proxy", given));
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
