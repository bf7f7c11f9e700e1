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
import multistage.docker.EngineWords;
import multistage.docker.TaskGroup;
import multistage.facts.Amount;
import multistage.facts.Message;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** One request to build an image, and the engine's answer to it. */
final class BuildAttempt {
    private final BuildLog log;
    private volatile Optional<BuildAnswer> answer = Optional.empty();
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
    BuildEnd build(ImageFromDockerfile image, Duration limit) {
        Optional<Message> refusal = refusal(image, limit);
        return new BuildEnd(
                refusal,
                answer.flatMap(BuildAnswer::failedStep),
                answer.flatMap(BuildAnswer::unresolvedImage)
                        .or(() -> refusal.map(Message::english).flatMap(UnresolvedImage::in)),
                Optional.empty(),
                answer.map(BuildAnswer::bases).orElse(List.of()),
                answer.map(BuildAnswer::cached).orElse(false));
    }

    private Optional<Message> refusal(ImageFromDockerfile image, Duration limit) {
        CompletableFuture<String> building = new TaskGroup("building an image").start(image::get);
        try {
            building.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException late) {
            Message why = tooLong(limit);
            end();
            return Optional.of(why);
        } catch (InterruptedException cut) {
            end();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an image was built", cut);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof ContextRefused changed) {
                end();
                return Optional.of(changed.told());
            }
            return Optional.of(
                    Message.verbatim(answer.flatMap(BuildAnswer::error).orElseGet(() -> EngineWords.of(refused))));
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
