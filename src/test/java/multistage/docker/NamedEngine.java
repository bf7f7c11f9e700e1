package multistage.docker;

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
record NamedEngine(String origin, DefaultDockerClientConfig config) {

    /**
     * @param settings a setting of the environment, or of the user's file of Testcontainers' settings
     * @throws EngineUnavailable when the name is of no use
     */
    static Optional<NamedEngine> in(Function<String, Optional<String>> settings) {
        Path usual = Path.of(System.getProperty("user.home"), ".docker");
        DefaultDockerClientConfig.Builder builder = new DefaultDockerClientConfig.Builder()
                .withDockerConfig(settings.apply("DOCKER_CONFIG").orElse(usual.toString()));
        Optional<String> host = Stream.of("DOCKER_HOST", "tc.host", "docker.host")
                .filter(name -> settings.apply(name).isPresent())
                .findFirst();
        try {
            if (host.isEmpty()) {
                return context(builder, settings.apply("DOCKER_CONTEXT"));
            }
            builder.withDockerHost(settings.apply(host.get()).get()).withDockerContext("default");
            settings.apply("DOCKER_TLS_VERIFY")
                    .or(() -> settings.apply("docker.tls.verify"))
                    .ifPresent(builder::withDockerTlsVerify);
            settings.apply("DOCKER_CERT_PATH")
                    .or(() -> settings.apply("docker.cert.path"))
                    .ifPresent(builder::withDockerCertPath);
            return Optional.of(new NamedEngine(host.get(), builder.build()));
        } catch (RuntimeException unusable) {
            throw unusable(host.orElse("the docker command's context"), SafeLine.of(unusable));
        }
    }

    private static Optional<NamedEngine> context(DefaultDockerClientConfig.Builder builder, Optional<String> chosen) {
        DefaultDockerClientConfig config =
                builder.withDockerContext(chosen.orElse(null)).build();
        String name = chosen.or(
                        () -> Optional.ofNullable(config.getDockerConfig().getCurrentContext()))
                .orElse("");
        if (name.isEmpty() || name.equals("default")) {
            return Optional.empty();
        }
        if (!builder.isDockerHostSetExplicitly()) { // docker-java would take the usual socket
            throw new IllegalArgumentException("there is no context " + name + " with an address of an engine");
        }
        return Optional.of(new NamedEngine("the docker command's context " + name, config));
    }

    TransportConfig transport() {
        return TransportConfig.builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .build();
    }

    /** @throws EngineUnavailable when it gives no sign of life within the limit */
    Watchdog reach(Duration limit) {
        Optional<String> silent;
        try {
            Watchdog watchdog = new Watchdog(transport(), limit);
            silent = watchdog.whySilent();
            if (silent.isEmpty()) {
                return watchdog;
            }
        } catch (RuntimeException unusable) {
            silent = Optional.of(SafeLine.of(unusable));
        }
        throw unusable(origin, config.getDockerHost() + ": " + silent.get());
    }

    private static EngineUnavailable unusable(String origin, String why) {
        return new EngineUnavailable("The engine that " + origin + " names cannot be used: " + why
                + ". Start it, or name another: by DOCKER_HOST, or docker context use.");
    }
}
