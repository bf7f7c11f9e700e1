package multistage.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;

/** The engine that the settings name: a host, else a context of the docker command. Where one is named, another is never used. */
record NamedEngine(String origin, TransportConfig transport) {
    private static final String HOST = "DOCKER_HOST";

    /**
     * @param environment where DOCKER_HOST and its like are
     * @param properties the user's file of Testcontainers' settings, which names a host where the environment does not
     * @throws EngineUnavailable when the name is of no use
     */
    static Optional<NamedEngine> in(Map<String, String> environment, UnaryOperator<String> properties) {
        Properties settings = new Properties();
        settings.put(
                "DOCKER_CONFIG",
                Path.of(System.getProperty("user.home"), ".docker").toString());
        for (String name : List.of("docker.tls.verify", "docker.cert.path", "docker.host", "tc.host")) {
            String variable = name.equals("tc.host")
                    ? HOST
                    : name.toUpperCase(Locale.ROOT).replace('.', '_');
            Optional.ofNullable(properties.apply(name)).ifPresent(value -> settings.put(variable, value));
        }
        environment.entrySet().stream()
                .filter(set ->
                        set.getKey().startsWith("DOCKER_") && !set.getValue().isBlank())
                .forEach(set -> settings.put(set.getKey(), set.getValue()));
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
        Optional<String> silent;
        try {
            Watchdog watchdog = new Watchdog(transport, limit);
            silent = watchdog.whySilent();
            if (silent.isEmpty()) {
                return watchdog;
            }
        } catch (RuntimeException unusable) {
            silent = Optional.of(SafeLine.of(unusable));
        }
        throw unusable(origin, transport.getDockerHost() + ": " + silent.get());
    }

    private static EngineUnavailable unusable(String origin, String why) {
        return new EngineUnavailable("The engine that " + origin + " names cannot be used: " + why
                + ". Start it, or name another: by DOCKER_HOST, or docker context use.");
    }
}
