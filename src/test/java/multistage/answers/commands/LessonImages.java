package multistage.answers.commands;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import multistage.facts.Variant;

/**
 * The images that stand under the lesson's own names. A user may have built them; whatever is built over them
 * meanwhile, closing this puts them back, and removes the names that were not there.
 */
final class LessonImages implements AutoCloseable {
    private final DockerClient client;
    private final Map<Variant, Optional<String>> before;

    LessonImages(DockerClient client) {
        this.client = client;
        this.before = ids();
    }

    /** The id of the image under each of the names, where there is one. */
    Map<Variant, Optional<String>> ids() {
        Map<Variant, Optional<String>> ids = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            ids.put(variant, id(variant.lessonName()));
        }
        return ids;
    }

    @Override
    public void close() {
        Map<Variant, Optional<String>> now = ids();
        for (Variant variant : Variant.values()) {
            Optional<String> user = before.get(variant);
            if (!now.get(variant).equals(user)) {
                // By its name: an image that is called otherwise besides stays.
                now.get(variant)
                        .ifPresent(made ->
                                client.removeImageCmd(variant.lessonName()).exec());
                user.ifPresent(id ->
                        client.tagImageCmd(id, variant.lessonName(), "latest").exec());
            }
        }
    }

    private Optional<String> id(String name) {
        try {
            return Optional.of(client.inspectImageCmd(name).exec().getId());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
