package multistage.engine;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.EngineFacts;

/** Reads what an engine says of itself. */
final class EngineReader {
    private static final Pattern MAJOR = Pattern.compile("([0-9]{1,6})\\..*");
    /** The first Docker whose own BuildKit knows heredocs. */
    private static final int HEREDOCS = 23;

    private EngineReader() {}

    static EngineFacts read(Version version, Info info, Address address) {
        Optional<VersionComponent> podman = Stream.ofNullable(version.getComponents())
                .flatMap(List::stream)
                .filter(component -> "Podman Engine".equals(component.getName()))
                .findFirst();
        return new EngineFacts(
                podman.isPresent() ? "Podman" : "Docker",
                podman.map(VersionComponent::getVersion).orElse(version.getVersion()),
                store(info),
                address.uri().toString());
    }

    /** The storage driver; the containerd image store names its snapshotter there, so it says containerd first. */
    private static String store(Info info) {
        boolean containerd = Stream.ofNullable(info.getDriverStatuses())
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .anyMatch(word -> word.toString().startsWith("io.containerd.snapshotter"));
        return containerd ? "containerd " + info.getDriver() : info.getDriver();
    }

    static void requireHeredocs(EngineFacts engine) {
        Matcher major = MAJOR.matcher(engine.version());
        if (engine.name().equals("Docker") && major.matches() && Integer.parseInt(major.group(1)) < HEREDOCS) {
            throw new EngineMissing("Docker " + engine.version() + " at " + engine.address()
                    + " is too old to build a Dockerfile with a heredoc: Docker " + HEREDOCS + " or newer is needed.");
        }
    }
}
