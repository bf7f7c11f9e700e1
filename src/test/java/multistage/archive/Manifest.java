package multistage.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Which files of an archive make up its image; as Docker's {@code manifest.json} lists it (moby/docker-image-spec,
 * spec.md, "Combined Image JSON + Filesystem Changeset Format").
 *
 * @param config the name of the config's file
 * @param layers the names of the layers' files, lowest first
 */
record Manifest(
        @JsonProperty("Config") String config,
        @JsonProperty("Layers") List<String> layers) {
    private static final String DOCKERS = "manifest.json";

    Manifest {
        config = config == null ? "" : config;
        layers = Json.list(layers);
    }

    /** Docker's, which the containerd store adds to its OCI layout; without one, that of the OCI layout. */
    static Manifest of(Blobs blobs) throws ArchiveUnreadable {
        return blobs.holds(DOCKERS) ? dockers(blobs) : OciLayout.manifest(blobs);
    }

    private static Manifest dockers(Blobs blobs) throws ArchiveUnreadable {
        Manifest[] images = blobs.document(DOCKERS, Manifest[].class);
        if (images.length != 1) {
            throw new ArchiveUnreadable("it holds " + images.length + " images, not one: save one image by one name");
        }
        return images[0];
    }
}
