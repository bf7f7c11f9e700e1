package multistage.measure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import multistage.docker.ImageName;

/** By which digest a registry knows an image that was pulled from it. */
final class RegistryDigest {
    private static final Pattern TAG_AND_DIGEST = Pattern.compile("(?::[^/:@]*)?(?:@.*)?$");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private RegistryDigest() {}

    /**
     * The digest with which it came from the repository of that name; nothing when it did not.
     *
     * @param name as a FROM names it
     * @param digests as the engine lists them, {@code golang@sha256:…}, for every repository that it came from or went to
     */
    static Optional<String> of(String name, List<String> digests) {
        return digests.stream()
                .filter(digest -> repository(digest).equals(repository(name)))
                .map(digest -> digest.substring(digest.indexOf('@') + 1))
                .filter(digest -> DIGEST.matcher(digest).matches())
                .findFirst();
    }

    private static String repository(String name) {
        return ImageName.withoutDockerHub(TAG_AND_DIGEST.matcher(name).replaceFirst(""));
    }
}
