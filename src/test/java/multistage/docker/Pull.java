package multistage.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import multistage.facts.Bytes;
import multistage.facts.Message;
import org.testcontainers.utility.DockerImageName;

/** One pull of one image by the engine, with the user's credentials, given up when it makes no progress. */
final class Pull extends ResultCallback.Adapter<PullResponseItem> {
    private static final Pattern LOCAL_REGISTRY = Pattern.compile("^(?:localhost|127\\.[\\d.]+)(?::\\d+)?/.*");

    /** The first whose words an engine says is it. */
    private static final List<Cause> CAUSES = List.of(
            new Cause(
                    "toomanyrequests|rate limit|\\b429\\b",
                    true,
                    Message.of("the registry's rate limit is reached"),
                    Message.of("wait, or log in (docker login): a login raises the limit")),
            new Cause(
                    "no space left|disk quota",
                    true,
                    Message.of("the engine's disk is full"),
                    Message.of("make room: docker system df shows what takes it")),
            new Cause(
                    "denied|may require|unauthorized|authentication|no basic auth|incorrect username|\\b401\\b|unknown$|not found"
                            + "|manifest unknown|name unknown|does not exist|no matching manifest",
                    false,
                    Message.of("there is no such image, or it takes a login to see it"),
                    Message.of("check its name and tag in the Dockerfile; if it is private, log in (docker login)")),
            new Cause(
                    "no progress|dial |no such host|lookup |timeout|timed out|refused|unreachable|reset by peer|tls|x509|EOF"
                            + "|proxyconnect|temporary failure|deadline exceeded|status(?: from .*)?: 5\\d\\d",
                    true,
                    Message.of("the registry is not in reach"),
                    Message.of(
                            "check the network, the proxy and DNS of the engine's host, or bring the image there by other means"
                                    + " (docker load)")));

    private volatile Instant lastProgress = Instant.now();
    private volatile String progress = "";
    private volatile Optional<String> error = Optional.empty();

    private Pull() {}

    /**
     * An image that is not to be had.
     *
     * @param why with what to do about it
     * @param outside whether that is no doing of the one who named the image
     */
    record Failure(String image, Message why, boolean outside) {}

    private record Cause(String words, boolean outside, Message told, Message remedy) {}

    /** Why an image is not to be had, by the engine's words. */
    static Failure failure(String image, String words) {
        String said = SafeLine.of(words);
        String form = image.equals("golang:1.23")
                ? "%s is needed and cannot be pulled: %s. What to do: %s; docker/with-engine brings a stand-in for it where"
                        + " no registry is.\nthe engine said: %s"
                : "%s is needed and cannot be pulled: %s. What to do: %s.\nthe engine said: %s";
        // a registry on the engine's own machine is the Dockerfile's invention
        boolean local = LOCAL_REGISTRY.matcher(image).matches();
        return CAUSES.stream()
                .filter(cause ->
                        Pattern.compile("(?i)" + cause.words).matcher(words).find())
                .findFirst()
                .map(cause -> new Failure(
                        image, Message.of(form, image, cause.told, cause.remedy, said), cause.outside && !local))
                .orElseGet(() -> new Failure(
                        image,
                        Message.of("%s is needed and cannot be pulled.\nthe engine said: %s", image, said),
                        false));
    }

    /** Pulls an image; gives why it is not to be had, or nothing when it is local now. */
    static Optional<Failure> of(String image, DockerClient client, Duration withoutProgress, Consumer<String> log) {
        log.accept("pulling " + image + ", which the build needs and this engine does not have");
        Optional<String> error = error(image, client, withoutProgress, log);
        log.accept(error.map(words -> "could not pull " + image + ": " + SafeLine.of(words))
                .orElse("pulled " + image));
        return error.map(words -> failure(image, words));
    }

    private static Optional<String> error(
            String image, DockerClient client, Duration withoutProgress, Consumer<String> log) {
        try (Pull pull = new Pull()) {
            DockerImageName name = DockerImageName.parse(image); // which fails on a name like "golang:"
            client.pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(pull);
            while (!pull.awaitCompletion(2, TimeUnit.SECONDS)) {
                if (pull.lastProgress.plus(withoutProgress).isBefore(Instant.now())) {
                    return Optional.of("no progress for " + withoutProgress.toSeconds() + " s");
                }
                log.accept("pulling " + image + ": " + SafeLine.of(pull.progress));
            }
            return pull.error;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("a pull was interrupted", e);
        } catch (RuntimeException refused) {
            return Optional.of(SafeLine.of(refused));
        }
    }

    @Override
    @SuppressWarnings("deprecation") // not every engine gives the details that are to replace it
    public void onNext(PullResponseItem item) {
        lastProgress = Instant.now();
        error = error.or(() -> Optional.ofNullable(item.getErrorDetail()).map(ResponseItem.ErrorDetail::getMessage))
                .or(() -> Optional.ofNullable(item.getError()));
        Optional.ofNullable(item.getProgressDetail())
                .map(ResponseItem.ProgressDetail::getCurrent)
                .ifPresent(bytes -> progress = item.getStatus() + " " + item.getId() + ", " + Bytes.human(bytes));
    }
}
