package multistage.docker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to images, as engines write them and as people do. */
public final class ImageName {
    private static final Pattern DOCKER_HUB = Pattern.compile("^(?:index\\.)?docker\\.io/(?:library/(?=[^/]+$))?");
    private static final String NAME =
            "((?:[\\w.-]{1,100}:\\d{1,5}/)?[\\w./-]{1,300}(?::[\\w.-]{1,128})?(?:@[\\w:]{1,100})?)";

    /** What BuildKit says, before it quotes any command of the Dockerfile; then Podman. */
    private static final Pattern MISSING =
            Pattern.compile("(?:^[^\"]{0,1000}?failed to resolve source metadata for |initializing source docker://)"
                    + NAME
                    + "|(?:^|[\\s\"=])" + NAME
                    + "(?:\" did not resolve|: no stage or image found|: image not known)");

    /** A command may print anything. */
    private static final Pattern COMMAND_FAILED =
            Pattern.compile("did not complete successfully: |exit status \\d+\\s*$");

    private ImageName() {}

    /** Without the name of Docker Hub, which people leave out and engines may not: {@code golang} for {@code docker.io/library/golang}. */
    public static String withoutDockerHub(String reference) {
        return DOCKER_HUB.matcher(reference).replaceFirst("");
    }

    /** As one writes it after FROM: without Docker Hub, and without the digest that the engine found for its tag. */
    static String written(String reference) {
        return withoutDockerHub(reference.replaceFirst("(:[^/:@]+)@\\S+$", "$1"));
    }

    /** Without Docker Hub and the tag that is meant where none is written. */
    static String untagged(String reference) {
        return withoutDockerHub(reference).replaceFirst(":latest$", "");
    }

    /** The image for want of which a build failed, as one pulls it, by the error and the step at which it failed. */
    static Optional<String> missingIn(String error, Optional<String> step) {
        Optional<String> base = step.flatMap(Dockerfile::ofStep)
                .map(Dockerfile.FROM::matcher)
                .filter(Matcher::matches)
                .map(from -> from.group("image"));
        return Optional.of(error)
                .filter(words -> !COMMAND_FAILED.matcher(words).find())
                .flatMap(words -> base.or(() -> MISSING.matcher(words)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .findFirst()))
                .map(ImageName::withoutDockerHub);
    }
}
