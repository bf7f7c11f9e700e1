package multistage.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;

/** The engine that the settings name: a host, else a context of the docker command. Where one is named, another is never used. */
record NamedEngine(String origin, TransportConfig transport) {
    private static final String HOST = "DOCKER_HOST";

    /** @throws EngineUnavailable when the environment names one by a name that is of no use */
    static Optional<NamedEngine> in(Map<String, String> environment) {
        Properties settings = new Properties();
        settings.put(
                "DOCKER_CONFIG",
                Path.of(System.getProperty("user.home"), ".docker").toString());
        environment.forEach((name, value) -> {
            if (name.startsWith("DOCKER_") && !value.isBlank()) {
                settings.put(name, value);
            }
        });
        try {
            return in(settings);
        } catch (RuntimeException unusable) {
            throw unusable(settings.containsKey(HOST) ? HOST : "the docker command's context", SafeLine.of(unusable));
        }
    }

    private static Optional<NamedEngine> in(Properties settings) {
        DefaultDockerClientConfig.Builder builder = new DefaultDockerClientConfig.Builder().withProperties(settings);
        if (settings.containsKey(HOST)) {
            builder.withDockerContext("default");
        }
        DefaultDockerClientConfig config = builder.build();
        String current = config.getDockerConfig().getCurrentContext();
        String context = settings.getProperty("DOCKER_CONTEXT", current == null ? "" : current);
        if (!builder.isDockerHostSetExplicitly()) { // neither by a host nor by a context
            if (context.isEmpty() || context.equals("default")) {
                return Optional.empty();
            }
            throw new IllegalArgumentException("there is no context " + context + " with an address of an engine");
        }
        TransportConfig transport = TransportConfig.builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .build();
        return Optional.of(new NamedEngine(
                settings.containsKey(HOST) ? HOST : "the docker command's context " + context, transport));
    }

    /** @throws EngineUnavailable when it gives no sign of life within the limit */
    Watchdog reach(Duration limit) {
        try {
            Watchdog watchdog = new Watchdog(transport, limit);
            watchdog.whySilent().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            return watchdog;
        } catch (RuntimeException silent) {
            throw unusable(origin, transport.getDockerHost() + ": " + SafeLine.of(silent));
        }
    }

    private static EngineUnavailable unusable(String origin, String why) {
        return new EngineUnavailable("The engine that " + origin + " names cannot be used: " + why
                + ". Start it, or name another: by DOCKER_HOST, or docker context use.");
    }
}
