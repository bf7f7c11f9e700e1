package multistage.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import multistage.archive.ArchivedImage.Step;

/** The config of an image (OCI image spec, config.md), as far as it tells of layers. */
record ImageConfig(RootFs rootfs, List<HistoryEntry> history) {
    record RootFs(@JsonProperty("diff_ids") List<String> diffIds) {}

    record HistoryEntry(
            @JsonProperty("created_by") String createdBy,
            @JsonProperty("empty_layer") boolean emptyLayer) {}

    ImageConfig {
        history = Json.list(history);
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

    List<Step> steps() {
        boolean tallies = history.stream().filter(entry -> !entry.emptyLayer).count()
                == diffIds().size();
        Iterator<String> made = diffIds().iterator();
        List<Step> steps = new ArrayList<>();
        for (HistoryEntry entry : history) {
            String createdBy = entry.createdBy == null ? "" : entry.createdBy;
            steps.add(new Step(createdBy, tallies && !entry.emptyLayer ? Optional.of(made.next()) : Optional.empty()));
        }
        return steps;
    }
}
