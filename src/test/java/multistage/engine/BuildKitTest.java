package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.BuildKit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Tells when a new version of Testcontainers no longer fits the door, with an engine that only notes what it is asked. It
 * does not stand beside the door: whichever class of a package is loaded first decides what Testcontainers' version is.
 */
class BuildKitTest {
    private final DockerClientFactory factory = aFactoryOfItsOwn();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private HttpServer engine;

    @BeforeEach
    void startAnEngineThatNotesWhatItIsAsked() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", this::answer);
        engine.start();
    }

    @AfterEach
    void stopIt() {
        engine.stop(0);
    }

    @Test
    void aBuildIsAskedOfBuildKit() throws IOException {
        build(open(this::built), "some/image:tag");

        assertThat(asked)
                .filteredOn(path -> path.contains("/build?"))
                .singleElement()
                .asString()
                .endsWith("&version=2");
    }

    @Test
    void otherRequestsStayAsTheyAre() {
        open(this::built).infoCmd().exec();

        assertThat(asked).isNotEmpty().noneMatch(path -> path.contains("version=2"));
    }

    @Test
    void theAnswerToABuildIsTranslatedUnderTheNameOfItsImage() throws IOException {
        List<String> translated = new CopyOnWriteArrayList<>();

        String id = build(
                open((image, answer) -> {
                    translated.add(image);
                    return built(image, answer);
                }),
                "some/image:tag");

        assertThat(translated).containsExactly("some/image:tag");
        assertThat(id).isEqualTo("0123456789ab");
    }

    @Test
    void theClientIsTestcontainersOwn() {
        open(this::built).infoCmd().exec();

        assertThat(asked).allMatch(path -> path.startsWith("/v1."));
        assertThat(agents)
                .isNotEmpty()
                .allMatch(agent -> agent.equals("tc-java/" + DockerClientFactory.TESTCONTAINERS_VERSION));
        assertThat(DockerClientFactory.DEFAULT_LABELS.get(DockerClientFactory.TESTCONTAINERS_VERSION_LABEL))
                .as("Testcontainers' version, which it takes for none when a class of ours was loaded first")
                .isNotEqualTo("unspecified");
    }

    @Test
    void testcontainersItselfUsesTheEngine() {
        open(this::built);

        assertThat(factory.getTransportConfig().getDockerHost()).isEqualTo(address());
    }

    @Test
    void itIsTooLateOnceTestcontainersHasStarted() throws ReflectiveOperationException {
        Field client = DockerClientFactory.class.getDeclaredField("client");
        client.setAccessible(true);
        client.set(factory, open(this::built));

        assertThatThrownBy(() -> open(this::built)).isInstanceOf(IllegalStateException.class);
    }

    /** Testcontainers' single one belongs to the run. */
    private static DockerClientFactory aFactoryOfItsOwn() {
        try {
            Constructor<DockerClientFactory> constructor = DockerClientFactory.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Testcontainers has changed", e);
        }
    }

    private DockerClient open(BiFunction<String, InputStream, InputStream> translation) {
        return BuildKit.open(
                factory,
                TransportConfig.builder().dockerHost(address()).build(),
                transport -> new BuildKitTransport(transport, translation));
    }

    private URI address() {
        return URI.create("tcp://127.0.0.1:" + engine.getAddress().getPort());
    }

    private static String build(DockerClient client, String image) throws IOException {
        try (InputStream context = new ByteArrayInputStream(new byte[1024])) {
            return client.buildImageCmd(context)
                    .withTags(Set.of(image))
                    .exec(new BuildImageResultCallback())
                    .awaitImageId();
        }
    }

    private InputStream built(String image, InputStream answer) {
        return new ByteArrayInputStream(
                "{\"stream\":\"Successfully built 0123456789ab\\n\"}\n".getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        exchange.getRequestBody().readAllBytes();
        byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
