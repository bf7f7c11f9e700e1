package multistage.build;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Message;

/** Why an image could not be pulled, told from the engine's words, and what to do about it. Order matters: first match. */
enum PullFailure {
    RATE_LIMIT(
            "toomanyrequests|rate limit|\\b429\\b",
            Message.of("the registry's rate limit is reached"),
            Message.of("wait, or log in (docker login): a login raises the limit")),
    DISK_FULL(
            "no space left|disk quota",
            Message.of("the engine's disk is full"),
            Message.of("make room: docker system df shows what takes it")),
    LOGIN_MISSING(
            "unauthorized|authentication required|no basic auth|incorrect username|\\b401\\b",
            Message.of("the registry asks for a login"),
            Message.of("log in to it (docker login)")),
    NO_SUCH_IMAGE_OR_LOGIN(
            "denied|may require",
            Message.of("there is no such image, or it takes a login to see it"),
            Message.of("check its name in the Dockerfile; if it is private, log in (docker login)")),
    NO_SUCH_IMAGE(
            "manifest unknown|not found: manifest|manifest for .* not found|failed to resolve reference .*: not found"
                    + "|name unknown|does not exist|no matching manifest",
            Message.of("the registry has no such image"),
            Message.of("check its name and tag in the Dockerfile")),
    NO_NETWORK(
            "no progress|dial |no such host|lookup |timeout|timed out|refused|unreachable|reset by peer|tls|x509|EOF"
                    + "|proxyconnect|temporary failure|deadline exceeded",
            Message.of("the registry is not in reach"),
            Message.of(
                    "check the network, the proxy and DNS of the engine's host, or bring the image there by other means"
                            + " (docker load)"));

    private final Pattern words;
    private final Message cause;
    private final Message remedy;

    PullFailure(String words, Message cause, Message remedy) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.cause = cause;
        this.remedy = remedy;
    }

    /** One message: which image, the cause, what to do, and the engine's own words. */
    static Message explain(String image, String engineWords) {
        return Stream.of(values())
                .filter(failure -> failure.words.matcher(engineWords).find())
                .findFirst()
                .map(failure -> Message.of(
                        image.equals("golang:1.23")
                                ? "%s is needed and cannot be pulled: %s. What to do: %s; docker/with-engine brings a stand-in for"
                                        + " it where no registry is.\nthe engine said: %s"
                                : "%s is needed and cannot be pulled: %s. What to do: %s.\nthe engine said: %s",
                        image,
                        failure.cause,
                        failure.remedy,
                        engineWords))
                .orElseGet(() ->
                        Message.of("%s is needed and cannot be pulled.\nthe engine said: %s", image, engineWords));
    }
}
