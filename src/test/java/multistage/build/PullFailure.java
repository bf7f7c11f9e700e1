package multistage.build;

import java.util.regex.Pattern;

/** Why an image could not be pulled, told from the engine's words, and what to do about it. Order matters: first match. */
enum PullFailure {
    RATE_LIMIT(
            "toomanyrequests|rate limit|\\b429\\b",
            "the registry's rate limit is reached",
            "wait, or log in (docker login): a login raises the limit"),
    DISK_FULL(
            "no space left|disk quota", "the engine's disk is full", "make room: docker system df shows what takes it"),
    LOGIN_MISSING(
            "unauthorized|authentication required|no basic auth|incorrect username|\\b401\\b",
            "the registry asks for a login",
            "log in to it (docker login)"),
    NO_SUCH_IMAGE_OR_LOGIN(
            "denied|may require",
            "there is no such image, or it takes a login to see it",
            "check its name in the Dockerfile; if it is private, log in (docker login)"),
    NO_SUCH_IMAGE(
            "manifest unknown|not found: manifest|manifest for .* not found|failed to resolve reference .*: not found"
                    + "|name unknown|does not exist|no matching manifest",
            "the registry has no such image",
            "check its name and tag in the Dockerfile"),
    NO_NETWORK(
            "no progress|dial |no such host|lookup |timeout|timed out|refused|unreachable|reset by peer|tls|x509|EOF"
                    + "|proxyconnect|temporary failure|deadline exceeded",
            "the registry is not in reach",
            "check the network, the proxy and DNS of the engine's host, or bring the image there by other means"
                    + " (docker load)");

    private final Pattern words;
    private final String cause;
    private final String remedy;

    PullFailure(String words, String cause, String remedy) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.cause = cause;
        this.remedy = remedy;
    }

    /** One message: which image, the cause, what to do, and the engine's own words. */
    static String explain(String image, String engineWords) {
        String said = "\nthe engine said: " + engineWords;
        for (PullFailure failure : values()) {
            if (failure.words.matcher(engineWords).find()) {
                return image + " is needed and cannot be pulled: " + failure.cause + ". What to do: " + failure.remedy
                        + brought(image) + "." + said;
            }
        }
        return image + " is needed and cannot be pulled." + said;
    }

    private static String brought(String image) {
        return image.equals("golang:1.23") ? "; docker/with-engine brings a stand-in for it where no registry is" : "";
    }
}
