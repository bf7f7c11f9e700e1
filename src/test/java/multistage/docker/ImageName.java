package multistage.docker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to images, as engines write them and as people do. */
public final class ImageName {
    private static final Pattern DOCKER_HUB = Pattern.compile("^(?:index\\.)?docker\\.io/(?:library/(?=[^/]+$))?");
    private static final Pattern TAG_AND_DIGEST = Pattern.compile("(?<tag>:[^/:@]+)?(?<digest>@\\S+)?$");

    /** What BuildKit says, before it quotes any command of the Dockerfile; then Podman. */
    private static final Pattern MISSING =
            Pattern.compile("^[^\"]{0,1000}?failed to resolve source metadata for (?<image>[\\w./:@-]{1,400}?):? "
                    + "|short-name \"(?<shortname>[\\w./:@-]{1,400})\" did not resolve"
                    + "|initializing source docker://(?<source>[\\w./:@-]{1,400}): "
                    + "|from=(?<from>[\\w./:@-]{1,400}): no stage or image found"
                    + "|(?<!\\S)(?<unknown>[\\w./:@-]{1,400}): image not known");

    /** A command may print any of these words. */
    private static final Pattern COMMAND_FAILED =
            Pattern.compile("did not complete successfully: |exit status \\d+\\s*$");

    private static final Pattern PODMANS_FROM = Pattern.compile(
            "(?:\\[\\d+/\\d+] )?STEP [\\d/]+: (?i:FROM)\\s+(?:--\\S+\\s+)*(?<image>[\\w./:@-]{1,400}).*");

    private ImageName() {}

    /** Without the name of Docker Hub, which people leave out and engines may not: {@code golang} for {@code docker.io/library/golang}. */
    public static String withoutDockerHub(String reference) {
        return DOCKER_HUB.matcher(reference).replaceFirst("");
    }

    /** As one writes it after FROM: without Docker Hub, and without the digest that the engine found for its tag. */
    static String written(String reference) {
        Matcher parts = TAG_AND_DIGEST.matcher(reference);
        boolean both = parts.find() && parts.group("tag") != null && parts.group("digest") != null;
        return withoutDockerHub(both ? reference.substring(0, parts.start("digest")) : reference);
    }

    /** Whether two references are the same image's, be its tag {@code latest} written or not. */
    static boolean areSame(String one, String other) {
        return tagged(one).equals(tagged(other));
    }

    /** The image for want of which a build failed, as one pulls it, by the error and the step at which it failed. */
    static Optional<String> missingIn(String error, Optional<String> step) {
        if (COMMAND_FAILED.matcher(error).find()) {
            return Optional.empty();
        }
        return step.map(PODMANS_FROM::matcher)
                .filter(Matcher::matches)
                .map(from -> from.group("image"))
                .or(() -> named(error))
                .map(ImageName::withoutDockerHub);
    }

    private static Optional<String> named(String error) {
        Matcher missing = MISSING.matcher(error);
        if (!missing.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= missing.groupCount(); group++) {
            if (missing.group(group) != null) {
                return Optional.of(missing.group(group));
            }
        }
        return Optional.empty();
    }

    private static String tagged(String reference) {
        String name = withoutDockerHub(reference);
        Matcher parts = TAG_AND_DIGEST.matcher(name);
        return parts.find() && parts.group("tag") == null && parts.group("digest") == null ? name + ":latest" : name;
    }
}
