package multistage.build;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import multistage.docker.EngineWords;
import multistage.facts.Bytes;
import multistage.facts.Message;
import org.awaitility.Awaitility;
import org.testcontainers.utility.DockerImageName;

/** One pull of one image by the engine, with the user's credentials, given up when it makes no progress. */
final class Pull extends ResultCallbackTemplate<Pull, PullResponseItem> {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final String image;
    private final Duration withoutProgress;
    private final Consumer<String> show;
    private final Map<String, ProgressDetail> layers = new ConcurrentHashMap<>();
    private volatile Instant lastProgress = Instant.now();
    private volatile Instant lastShown = Instant.now();
    private volatile Optional<String> error = Optional.empty();
    private volatile boolean ended;

    /**
     * @param withoutProgress after that long without any it is given up
     * @param show takes its progress, a line now and then
     */
    Pull(String image, Duration withoutProgress, Consumer<String> show) {
        this.image = image;
        this.withoutProgress = withoutProgress;
        this.show = show;
    }

    /** Gives why the image is not to be had, or nothing when it is local now. */
    Optional<Message> from(DockerClient client) {
        show.accept("pulling " + image + ", which the build needs and this engine does not have");
        DockerImageName name = DockerImageName.parse(image);
        client.pullImageCmd(name.getUnversionedPart())
                .withTag(name.getVersionPart())
                .exec(this);
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .forever()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ended || error.isPresent() || isStuck());
        if (!ended && error.isEmpty()) {
            error = Optional.of("no progress for " + withoutProgress.toSeconds() + " s");
        }
        closeConnection();
        error.ifPresentOrElse(
                words -> show.accept("could not pull " + image + ": " + LogLines.clean(words)),
                () -> show.accept("pulled " + image));
        return error.map(words -> PullFailure.explain(image, words));
    }

    @Override
    public void onNext(PullResponseItem item) {
        lastProgress = Instant.now();
        if (item.isErrorIndicated()) {
            error = Optional.of(words(item));
        } else if (item.getId() != null && item.getProgressDetail() != null && "Downloading".equals(item.getStatus())) {
            layers.put(item.getId(), item.getProgressDetail());
            showNowAndThen();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        error = Optional.of(EngineWords.of(thrown));
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @SuppressWarnings("deprecation") // not every engine gives the details that are to replace it
    private static String words(PullResponseItem failed) {
        return failed.getErrorDetail() == null
                ? failed.getError()
                : failed.getErrorDetail().getMessage();
    }

    private boolean isStuck() {
        return lastProgress.plus(withoutProgress).isBefore(Instant.now());
    }

    private void showNowAndThen() {
        if (lastShown.plus(BETWEEN_LINES).isBefore(Instant.now())) {
            lastShown = Instant.now();
            show.accept("pulling " + image + ": " + Bytes.human(sum(ProgressDetail::getCurrent)) + " of "
                    + Bytes.human(sum(ProgressDetail::getTotal)) + " so far announced");
        }
    }

    private long sum(Function<ProgressDetail, Long> figure) {
        return layers.values().stream()
                .map(figure)
                .mapToLong(value -> value == null ? 0 : value)
                .sum();
    }

    private void closeConnection() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
