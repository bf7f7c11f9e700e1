package multistage.facts;

import java.util.stream.Stream;

/**
 * All that one run measured of one demo, before anything judges it.
 *
 * @param demo the demo's name, as reports show it
 * @param provenance when this was measured, and with which state of this project
 * @param engine the engine that built and ran both images
 * @param naive what was measured of the naive image
 * @param multi what was measured of the multi-stage image
 */
public record Facts(String demo, Provenance provenance, EngineFacts engine, ImageFacts naive, ImageFacts multi) {

    /** What was measured of that variant's image. */
    public ImageFacts of(Variant variant) {
        return variant == Variant.NAIVE ? naive : multi;
    }

    /** What was measured of each, the naive image first. */
    public Stream<ImageFacts> both() {
        return Stream.of(naive, multi);
    }

    /** The demo's name: how a parameterized claim is called in reports. */
    @Override
    public String toString() {
        return demo;
    }
}
