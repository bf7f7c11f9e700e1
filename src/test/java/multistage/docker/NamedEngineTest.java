package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.dockerclient.TransportConfig;

/** Settings are written as in a shell, with CURRENT for the context that the docker command's configuration names. */
class NamedEngineTest {
    @TempDir
    private Path configuration;

    @BeforeEach
    void makeContexts() throws IOException, GeneralSecurityException {
        makeContext("lab", "{\"Host\":\"tcp://lab:2375\"}");
        makeContext("empty", "{}");
        Files.createDirectories(makeContext("far", "{\"Host\":\"tcp://far:2376\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "CURRENT=lab, tcp://lab:2375, false",
        "CURRENT=far, tcp://far:2376, true",
        "CURRENT=lab DOCKER_CONTEXT=far, tcp://far:2376, true",
        "DOCKER_HOST=tcp://c:1 DOCKER_CONTEXT=gone, tcp://c:1, false",
        "DOCKER_HOST=tcp://c:1 DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH=/, tcp://c:1, true"
    })
    void theDockerCommandsEngineIsTheOneNamed(String settings, String address, boolean withCertificates)
            throws IOException {
        TransportConfig named = named(settings).orElseThrow().transport();

        assertThat(named.getDockerHost()).hasToString(address);
        assertThat(named.getSslConfig() != null).isEqualTo(withCertificates);
    }

    @ParameterizedTest
    @CsvSource({"''", "CURRENT=", "CURRENT=default", "CURRENT=lab DOCKER_CONTEXT=default"})
    void theDefaultContextNamesNone(String settings) throws IOException {
        assertThat(named(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DOCKER_CONTEXT=gone, context gone with an address",
        "CURRENT=empty, context empty with an address",
        "DOCKER_HOST=unix:///no/such.sock, DOCKER_HOST names cannot be used: unix:///no/such.sock",
        "DOCKER_HOST=tcp://127.0.0.1:1, tcp://127.0.0.1:1: Connect",
        "DOCKER_HOST=ssh://somewhere, Unsupported protocol scheme",
        "DOCKER_HOST=tcp://[, DOCKER_HOST names cannot be used",
        "DOCKER_HOST=tcp://c:1 DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH=/none, '/none'"
    })
    void aNameThatIsOfNoUseIsRefused(String settings, String why) {
        assertThatThrownBy(() -> named(settings).orElseThrow().reach(Duration.ofSeconds(5)))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining(why);
    }

    @Test
    void aHostThatStaysSilentIsRefusedAfterTheLimit() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            String settings = "DOCKER_HOST=tcp://127.0.0.1:" + silent.getLocalPort();

            assertThatThrownBy(() -> named(settings).orElseThrow().reach(Duration.ofSeconds(1)))
                    .hasMessageContaining("no answer within 1 s");
        }
    }

    private Optional<NamedEngine> named(String settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("DOCKER_CONFIG", configuration.toString()));
        Stream.of(settings.split(" "))
                .map(setting -> (setting + "=").split("=", 3))
                .forEach(set -> all.put(set[0], set[1]));
        String current = all.getOrDefault("CURRENT", "");
        Files.writeString(configuration.resolve("config.json"), "{\"currentContext\":\"" + current + "\"}");
        return NamedEngine.in(all);
    }

    /** Gives the folder for the context's certificates. */
    private Path makeContext(String name, String endpoint) throws IOException, GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        String id = HexFormat.of().formatHex(hash);
        Path meta = Files.createDirectories(configuration.resolve("contexts/meta/" + id));
        Files.writeString(meta.resolve("meta.json"), "{\"Endpoints\":{\"docker\":" + endpoint + "}}");
        return configuration.resolve("contexts/tls/" + id + "/docker");
    }
}
