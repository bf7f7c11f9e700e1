package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import multistage.docker.fixtures.FakeServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedEngineTest {
    @TempDir
    private Path configuration;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void makeContexts() throws IOException {
        settings.put("DOCKER_CONFIG", configuration.toString());
        makeContext("lab", "{\"Host\":\"tcp://lab.example:2375\"}");
        makeContext("far", "{\"Host\":\"tcp://far.example:2376\"}");
        makeContext("empty", "{}");
        Files.createDirectories(configuration.resolve("contexts/tls/" + sha256("far") + "/docker"));
    }

    @Test
    void theEnvironmentsHostComesBeforeTestcontainersSettingsAndThoseBeforeContexts() throws IOException {
        useContext("lab");
        settings.put("DOCKER_CONTEXT", "far");
        assertThat(named().address()).hasToString("tcp://far.example:2376");
        settings.put("docker.host", "tcp://3.example:2375");
        assertThat(named().address()).hasToString("tcp://3.example:2375");
        settings.put("tc.host", "tcp://2.example:2375");
        assertThat(named().origin()).isEqualTo("tc.host");
        settings.put("DOCKER_HOST", "tcp://1.example:2375");
        assertThat(named())
                .isEqualTo(new NamedEngine("DOCKER_HOST", URI.create("tcp://1.example:2375"), Optional.empty()));
    }

    @Test
    void theCurrentContextNamesTheEngine() throws IOException {
        useContext("lab");

        assertThat(named().address()).hasToString("tcp://lab.example:2375");
        assertThat(named().origin()).contains("lab");
        assertThat(named().certificates()).isEmpty();
    }

    @Test
    void aContextBringsItsCertificates() {
        settings.put("DOCKER_CONTEXT", "far");

        assertThat(named().certificates()).isPresent();
    }

    @Test
    void certificatesAreTakenFromTheEnvironment() {
        settings.put("DOCKER_HOST", "tcp://127.0.0.1:2376");
        settings.put("DOCKER_TLS_VERIFY", "1");
        settings.put("DOCKER_CERT_PATH", configuration.toString());

        assertThat(named().certificates()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", ""})
    void noContextNamesNone(String context) throws IOException {
        assertThat(NamedEngine.in(this::setting)).isEmpty();
        useContext(context);
        assertThat(NamedEngine.in(this::setting)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "empty"})
    void aContextWithoutAnAddressIsRefusedAndTheUsualSocketNotTaken(String context) {
        settings.put("DOCKER_CONTEXT", context);

        assertThatThrownBy(this::named)
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("DOCKER_CONTEXT (" + context + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "unix:///no/such.sock, does not answer",
        "tcp://127.0.0.1:1, does not answer",
        "ssh://example, Unsupported protocol scheme",
        "tcp://[, cannot be used"
    })
    void aHostThatIsOfNoUseIsRefusedByItsName(String host, String why) {
        settings.put("DOCKER_HOST", host);

        assertThatThrownBy(() -> named().reach(Duration.ofSeconds(5)))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("DOCKER_HOST")
                .hasMessageContaining(why);
    }

    @Test
    void aHostThatStaysSilentIsRefusedAfterTheLimit() {
        try (FakeServer silent = FakeServer.silentOnPort()) {
            settings.put("DOCKER_HOST", "tcp://" + silent.hostAndPort());

            assertThatThrownBy(() -> named().reach(Duration.ofSeconds(1))).hasMessageContaining("no answer within 1 s");
        }
    }

    private NamedEngine named() {
        return NamedEngine.in(this::setting).orElseThrow();
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    private void useContext(String name) throws IOException {
        Files.writeString(configuration.resolve("config.json"), "{\"auths\":{},\"currentContext\":\"" + name + "\"}");
    }

    private void makeContext(String name, String endpoint) throws IOException {
        Path folder = configuration.resolve("contexts/meta/" + sha256(name));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("meta.json"),
                "{\"Name\":\"" + name + "\",\"Metadata\":{},\"Endpoints\":{\"docker\":" + endpoint + "}}");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
