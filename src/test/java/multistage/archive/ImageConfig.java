package multistage.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The config of an image (OCI image spec, config.md), as far as it tells of layers. */
record ImageConfig(RootFs rootfs, @JsonProperty("history") List<Step> steps) {
    record RootFs(@JsonProperty("diff_ids") List<String> diffIds) {}

    record Step(@JsonProperty("empty_layer") boolean emptyLayer) {}

    ImageConfig {
        steps = Json.list(steps);
    }

    static ImageConfig of(Manifest manifest, Blobs blobs) throws ArchiveUnreadable {
        ImageConfig config = blobs.document(manifest.config(), ImageConfig.class);
        if (config.rootfs == null) {
            throw new ArchiveUnreadable("its config tells no layers: it has no rootfs");
        }
        if (config.diffIds().size() != manifest.layers().size()) {
            throw new ArchiveUnreadable(
                    "its manifest names " + manifest.layers().size() + " layers and its config "
                            + config.diffIds().size());
        }
        return config;
    }

    List<String> diffIds() {
        return Json.list(rootfs.diffIds);
    }

    /** For each step the layer that it made, if it made one and it can be told which. */
    List<Optional<String>> history() {
        boolean tallies = steps.stream().filter(step -> !step.emptyLayer).count()
                == diffIds().size();
        Iterator<String> made = diffIds().iterator();
        List<Optional<String>> history = new ArrayList<>();
        for (Step step : steps) {
            history.add(tallies && !step.emptyLayer ? Optional.of(made.next()) : Optional.empty());
        }
        return history;
    }
}
