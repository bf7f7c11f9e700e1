package multistage.build;

import java.util.Optional;
import java.util.regex.Pattern;

/** References to images, as engines write them and as people do. */
public final class ImageName {
    private static final int LONGEST = 400;

    // The grammar of distribution/reference, without IPv6 addresses; every repetition begins with another character
    // than what it repeats after, so no text makes matching slow.
    private static final String HOST = "[a-zA-Z0-9]++(?:-++[a-zA-Z0-9]++)*+";
    private static final String REGISTRY = HOST + "(?:\\." + HOST + ")*+(?::[0-9]{1,5})?";
    private static final String PART = "[a-z0-9]++(?:(?:\\.|__?|-++)[a-z0-9]++)*+";
    private static final String PATH = PART + "(?:/" + PART + ")*+";
    private static final String TAG = ":\\w[\\w.-]{0,127}";
    private static final String DIGEST = "@sha256:[0-9a-f]{64}";
    private static final Pattern REFERENCE =
            Pattern.compile("(?:" + REGISTRY + "/)?" + PATH + "(?<tag>" + TAG + ")?(?<digest>" + DIGEST + ")?");

    private static final Pattern DOCKER_HUB = Pattern.compile("^(?:index\\.)?docker\\.io/(?:library/(?=[^/]+$))?");
    private static final Pattern LOOKS_LIKE_REGISTRY = Pattern.compile("^(?:localhost|[^/]*[.:][^/]*)/");

    private ImageName() {}

    /** As one pulls it: {@code golang:1.23} for {@code docker.io/library/golang:1.23}; none for what is no reference. */
    static Optional<String> familiar(String reference) {
        if (reference.length() > LONGEST || !REFERENCE.matcher(reference).matches()) {
            return Optional.empty();
        }
        String familiar = withoutDockerHub(reference);
        return Optional.of(LOOKS_LIKE_REGISTRY.matcher(familiar).find() ? reference : familiar);
    }

    /** Without the name of Docker Hub, which people leave out and engines may not: {@code golang} for {@code docker.io/library/golang}. */
    public static String withoutDockerHub(String reference) {
        return DOCKER_HUB.matcher(reference).replaceFirst("");
    }

    /** As one writes it after FROM: the familiar name, without the digest that the engine found for its tag. */
    static Optional<String> written(String reference) {
        return familiar(reference).map(name -> {
            var parts = REFERENCE.matcher(name);
            return parts.matches() && parts.group("tag") != null && parts.group("digest") != null
                    ? name.substring(0, parts.start("digest"))
                    : name;
        });
    }

    /** The familiar name, with {@code :latest} where it has neither tag nor digest: so two names of one image are equal. */
    static Optional<String> tagged(String reference) {
        return familiar(reference).map(name -> {
            var parts = REFERENCE.matcher(name);
            return parts.matches() && parts.group("tag") == null && parts.group("digest") == null
                    ? name + ":latest"
                    : name;
        });
    }

    /** Whether it names the registry to pull it from. */
    static boolean namesRegistry(String familiar) {
        return LOOKS_LIKE_REGISTRY.matcher(familiar).find();
    }
}
