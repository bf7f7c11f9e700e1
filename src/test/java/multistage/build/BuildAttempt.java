package multistage.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import multistage.engine.EngineWords;
import multistage.engine.OwnThread;
import multistage.facts.Amount;
import multistage.facts.Message;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** One request to build an image, and the engine's answer to it. */
final class BuildAttempt {
    private final BuildLog log;
    private volatile Optional<BuildAnswer> answer = Optional.empty();
    private volatile Optional<Message> refusal = Optional.empty();
    private volatile boolean ended;

    BuildAttempt(BuildLog log) {
        this.log = log;
    }

    /** Takes the engine's answer as it begins; gives what docker-java is to read instead. */
    InputStream translate(InputStream engineAnswer) {
        BuildAnswer translated = new BuildAnswer(engineAnswer, log::line);
        answer = Optional.of(translated);
        if (ended) {
            end();
        }
        return translated;
    }

    /** Builds, to the end or to the limit. */
    void build(ImageFromDockerfile image, Duration limit) {
        CompletableFuture<String> building =
                CompletableFuture.supplyAsync(image::get, OwnThread.named("building an image"));
        try {
            building.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            refusal = Optional.of(tooLong(limit));
            end();
        } catch (InterruptedException cut) {
            end();
            throw new IllegalStateException("interrupted while an image was built", cut);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof ContextRefused changed) {
                refusal = Optional.of(changed.told());
                end();
            } else {
                refusal = Optional.of(
                        Message.verbatim(answer.flatMap(BuildAnswer::error).orElseGet(() -> EngineWords.of(refused))));
            }
        }
    }

    private Message tooLong(Duration limit) {
        return answer.flatMap(BuildAnswer::stepUnderWay)
                .map(step -> Message.of(
                        "it was not done within its limit of %s and was ended in the middle of %s; -Dbuild.seconds=N sets another"
                                + " limit",
                        Amount.seconds(limit), LogLines.clean(step)))
                .orElseGet(() -> Message.of(
                        "it was not done within its limit of %s and was ended; -Dbuild.seconds=N sets another limit",
                        Amount.seconds(limit)));
    }

    /** What the engine said against it; nothing when there is an image. */
    Optional<Message> refusal() {
        return refusal;
    }

    /** The image for want of which it failed, if it did for that. */
    Optional<String> missingImage() {
        return answer.flatMap(BuildAnswer::unresolvedImage)
                .or(() -> refusal.map(Message::english).flatMap(UnresolvedImage::in));
    }

    /** The step at which it failed, if it was at one. */
    Optional<FailedStep> failedStep() {
        return answer.flatMap(BuildAnswer::failedStep);
    }

    /** The images that it was built FROM. */
    List<String> bases() {
        return answer.map(BuildAnswer::bases).orElse(List.of());
    }

    /** Whether every step came from the build cache. */
    boolean isCached() {
        return answer.map(BuildAnswer::cached).orElse(false);
    }

    /** The engine ends a build when nobody listens to it any more, be it that its answer is yet to begin. */
    private void end() {
        ended = true;
        answer.ifPresent(listening -> {
            try {
                listening.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
