package multistage.build;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import multistage.facts.Message;

/** The images that builds start from and that were not local: each is pulled once in a run, whoever needs it. */
final class BaseImages {
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(30);

    private final Map<String, CompletableFuture<Optional<Message>>> pulls = new ConcurrentHashMap<>();

    /** Pulls an image, or waits for the pull under way; gives why it is not to be had, or nothing when it is local now. */
    Optional<Message> pull(String image, DockerClient client, Consumer<String> progress) {
        CompletableFuture<Optional<Message>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Message>> underWay = pulls.putIfAbsent(image, mine);
        if (underWay != null) {
            progress.accept("waiting for " + image + ", which is being pulled");
            return underWay.join();
        }
        try {
            mine.complete(new Pull(image, WITHOUT_PROGRESS, progress).from(client));
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        }
        return mine.join();
    }
}
