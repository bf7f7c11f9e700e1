package multistage.measure;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RootFS;
import java.util.List;
import java.util.Optional;

/** The layers of an image, as the engine describes it. */
final class Layers {
    private Layers() {}

    /** Their digests (diff ids), lowest first; none for an image that holds nothing. */
    static List<String> of(InspectImageResponse image) {
        return Optional.ofNullable(image.getRootFS()).map(RootFS::getLayers).orElse(List.of());
    }
}
