package multistage.build;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The proxy settings that a build is given, as the docker CLI can give them; none of them enters the image. A build may be
 * anybody's, so it is not told the user and password that a proxy's URL may hold.
 */
final class Proxies {
    private static final List<String> NAMES =
            List.of("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY");

    private static final Pattern USER = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", Pattern.DOTALL);

    private Proxies() {}

    private static String withoutUser(String url) {
        return USER.matcher(url).replaceFirst("$1");
    }

    /** Those that are set in this environment, as build arguments. */
    static Map<String, String> in(UnaryOperator<String> environment) {
        return NAMES.stream()
                .filter(name ->
                        !Objects.requireNonNullElse(environment.apply(name), "").isBlank())
                .collect(Collectors.toMap(name -> name, name -> withoutUser(environment.apply(name))));
    }
}
