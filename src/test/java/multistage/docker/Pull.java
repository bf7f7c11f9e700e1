package multistage.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.engine.EngineWords;
import multistage.facts.Bytes;
import multistage.facts.Message;
import org.testcontainers.utility.DockerImageName;

/** One pull of one image by the engine, with the user's credentials, given up when it makes no progress. */
final class Pull extends ResultCallback.Adapter<PullResponseItem> {
    private static final Pattern LOCAL_REGISTRY = Pattern.compile("^(?:localhost|127\\.[\\d.]+)(?::\\d+)?/.*");

    private final String image;
    private final Consumer<String> log;
    private final Map<String, Long> bytesByLayer = new ConcurrentHashMap<>();
    private volatile Instant lastProgress = Instant.now();
    private volatile Optional<String> error = Optional.empty();

    private Pull(String image, Consumer<String> log) {
        this.image = image;
        this.log = log;
    }

    /**
     * An image that is not to be had.
     *
     * @param why with what to do about it
     * @param outside whether that is no doing of the one who named the image
     */
    record Failure(Message why, boolean outside) {

        /** Why it is not to be had, by the engine's words. */
        static Failure of(String image, String words) {
            return Stream.of(Cause.values())
                    .filter(cause -> cause.words.matcher(words).find())
                    .findFirst()
                    .map(cause -> new Failure(
                            Message.of(
                                    image.equals("golang:1.23")
                                            ? "%s is needed and cannot be pulled: %s. What to do: %s; docker/with-engine brings a"
                                                    + " stand-in for it where no registry is.\nthe engine said: %s"
                                            : "%s is needed and cannot be pulled: %s. What to do: %s.\nthe engine said: %s",
                                    image,
                                    cause.told,
                                    cause.remedy,
                                    SafeLine.of(words)),
                            // a registry on the engine's own machine is the Dockerfile's invention
                            cause.outside && !LOCAL_REGISTRY.matcher(image).matches()))
                    .orElseGet(() -> new Failure(
                            Message.of(
                                    "%s is needed and cannot be pulled.\nthe engine said: %s",
                                    image, SafeLine.of(words)),
                            false));
        }
    }

    /** The first whose words an engine says is it. */
    private enum Cause {
        RATE_LIMIT(
                "toomanyrequests|rate limit|\\b429\\b",
                true,
                Message.of("the registry's rate limit is reached"),
                Message.of("wait, or log in (docker login): a login raises the limit")),
        DISK_FULL(
                "no space left|disk quota",
                true,
                Message.of("the engine's disk is full"),
                Message.of("make room: docker system df shows what takes it")),
        LOGIN_MISSING(
                "unauthorized|authentication required|no basic auth|incorrect username|\\b401\\b",
                false,
                Message.of("the registry asks for a login"),
                Message.of("log in to it (docker login)")),
        NO_SUCH_IMAGE_OR_LOGIN(
                "denied|may require",
                false,
                Message.of("there is no such image, or it takes a login to see it"),
                Message.of("check its name in the Dockerfile; if it is private, log in (docker login)")),
        NO_SUCH_IMAGE(
                "manifest unknown|not found: manifest|manifest for .* not found|failed to resolve reference .*: not found"
                        + "|name unknown|does not exist|no matching manifest",
                false,
                Message.of("the registry has no such image"),
                Message.of("check its name and tag in the Dockerfile")),
        NO_NETWORK(
                "no progress|dial |no such host|lookup |timeout|timed out|refused|unreachable|reset by peer|tls|x509|EOF"
                        + "|proxyconnect|temporary failure|deadline exceeded|status(?: from .*)?: 5\\d\\d",
                true,
                Message.of("the registry is not in reach"),
                Message.of(
                        "check the network, the proxy and DNS of the engine's host, or bring the image there by other means"
                                + " (docker load)"));

        private final Pattern words;
        private final boolean outside;
        private final Message told;
        private final Message remedy;

        Cause(String words, boolean outside, Message told, Message remedy) {
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
            this.outside = outside;
            this.told = told;
            this.remedy = remedy;
        }
    }

    /** Pulls an image; gives why it is not to be had, or nothing when it is local now. */
    static Optional<Failure> of(String image, DockerClient client, Duration withoutProgress, Consumer<String> log) {
        log.accept("pulling " + image + ", which the build needs and this engine does not have");
        Optional<String> error = new Pull(image, log).from(client, withoutProgress);
        log.accept(error.map(words -> "could not pull " + image + ": " + SafeLine.of(words))
                .orElse("pulled " + image));
        return error.map(words -> Failure.of(image, words));
    }

    @Override
    public void onNext(PullResponseItem item) {
        lastProgress = Instant.now();
        if (item.isErrorIndicated()) {
            error = Optional.of(words(item));
        } else if (item.getId() != null
                && item.getProgressDetail() != null
                && item.getProgressDetail().getCurrent() != null
                && "Downloading".equals(item.getStatus())) {
            bytesByLayer.put(item.getId(), item.getProgressDetail().getCurrent());
        }
    }

    private Optional<String> from(DockerClient client, Duration withoutProgress) {
        long shown = 0;
        try (this) {
            DockerImageName name = DockerImageName.parse(image);
            client.pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(this);
            while (!awaitCompletion(2, TimeUnit.SECONDS)) {
                if (lastProgress.plus(withoutProgress).isBefore(Instant.now())) {
                    return Optional.of("no progress for " + withoutProgress.toSeconds() + " s");
                }
                long bytes = bytesByLayer.values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                if (bytes > shown) {
                    log.accept("pulling " + image + ": " + Bytes.human(bytes) + " so far");
                    shown = bytes;
                }
            }
            return error;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an image was pulled", e);
        } catch (RuntimeException refused) {
            return Optional.of(EngineWords.of(refused));
        }
    }

    @SuppressWarnings("deprecation") // not every engine gives the details that are to replace it
    private static String words(PullResponseItem failed) {
        return failed.getErrorDetail() == null
                ? failed.getError()
                : failed.getErrorDetail().getMessage();
    }
}
