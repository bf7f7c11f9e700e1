package multistage.docker;

import com.github.dockerjava.transport.SSLConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;

/**
 * The engine that the settings name: a host, else a context of the docker command. Where one is named, another is never used.
 *
 * @param origin what names it: {@code DOCKER_HOST}
 */
record NamedEngine(String origin, URI address, Optional<SSLConfig> certificates) {
    /** The first two are in the user's file of Testcontainers' settings. */
    private static final String[] HOSTS = {"DOCKER_HOST", "tc.host", "docker.host"};
    /** The context that stands for no context. */
    private static final String DEFAULT = "default";

    /**
     * @param settings a setting of the environment or of the user's file of Testcontainers' settings
     * @throws EngineUnavailable when a name is of no use
     */
    static Optional<NamedEngine> in(Function<String, Optional<String>> settings) {
        Optional<String> origin = Stream.of(HOSTS)
                .filter(name -> settings.apply(name).isPresent())
                .findFirst();
        try {
            return origin.isPresent()
                    ? Optional.of(
                            host(origin.get(), settings.apply(origin.get()).get(), settings))
                    : context(settings);
        } catch (EngineUnavailable unknown) {
            throw unknown;
        } catch (RuntimeException unusable) {
            throw new EngineUnavailable(origin.orElse("The docker command's configuration")
                    + " names an engine in a way that cannot be used: " + EngineWords.of(unusable)
                    + ". Correct that, or name another engine by DOCKER_HOST.");
        }
    }

    private static NamedEngine host(String origin, String value, Function<String, Optional<String>> settings) {
        DefaultDockerClientConfig.Builder builder = new DefaultDockerClientConfig.Builder()
                .withDockerConfig(folder(settings))
                .withDockerContext(DEFAULT)
                .withDockerHost(value);
        settings.apply("DOCKER_TLS_VERIFY")
                .or(() -> settings.apply("docker.tls.verify"))
                .ifPresent(builder::withDockerTlsVerify);
        settings.apply("DOCKER_CERT_PATH")
                .or(() -> settings.apply("docker.cert.path"))
                .ifPresent(builder::withDockerCertPath);
        return of(origin, builder.build());
    }

    private static Optional<NamedEngine> context(Function<String, Optional<String>> settings) {
        Optional<String> chosen = settings.apply("DOCKER_CONTEXT");
        DefaultDockerClientConfig.Builder builder = new DefaultDockerClientConfig.Builder()
                .withDockerConfig(folder(settings))
                .withDockerContext(chosen.orElse(null));
        DefaultDockerClientConfig config = builder.build();
        Optional<String> name = chosen.or(
                        () -> Optional.ofNullable(config.getDockerConfig().getCurrentContext()))
                .filter(context -> !context.isBlank() && !context.equals(DEFAULT));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String origin =
                (chosen.isPresent() ? "DOCKER_CONTEXT (" : "the docker command's current context (") + name.get() + ")";
        if (!builder.isDockerHostSetExplicitly()) { // else docker-java would take the usual socket
            throw new EngineUnavailable("There is no address for the engine that " + origin + " names, in "
                    + folder(settings) + ". Create that context, or choose another: docker context use default");
        }
        return Optional.of(of(origin, config));
    }

    private static String folder(Function<String, Optional<String>> settings) {
        return settings.apply("DOCKER_CONFIG")
                .orElse(Path.of(System.getProperty("user.home"), ".docker").toString());
    }

    private static NamedEngine of(String origin, DefaultDockerClientConfig config) {
        return new NamedEngine(origin, config.getDockerHost(), Optional.ofNullable(config.getSSLConfig()));
    }

    TransportConfig transport() {
        return TransportConfig.builder()
                .dockerHost(address)
                .sslConfig(certificates.orElse(null))
                .build();
    }

    /** @throws EngineUnavailable when it gives no sign of life within the limit */
    Watchdog reach(Duration limit) {
        String why;
        try {
            Watchdog watchdog = new Watchdog(transport(), limit);
            Optional<String> silent = watchdog.whySilent();
            if (silent.isEmpty()) {
                return watchdog;
            }
            watchdog.close();
            why = silent.get();
        } catch (RuntimeException unusable) {
            why = EngineWords.of(unusable);
        }
        throw new EngineUnavailable("The engine that " + origin + " names does not answer: " + address + ": " + why
                + ". Start that engine, or name another: by DOCKER_HOST, or docker context use");
    }
}
