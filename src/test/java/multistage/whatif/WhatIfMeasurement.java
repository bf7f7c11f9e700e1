package multistage.whatif;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import multistage.demo.Demo;
import multistage.facts.Base;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;
import multistage.measure.Measurement;

/**
 * Measures the multi-stage Dockerfile with one thing changed at a time, one after the other: a compilation takes all
 * processors, and what two variations share the second has from the build cache.
 */
final class WhatIfMeasurement {
    private final Measurement measurement;
    private final Path folder;

    /** @param folder where the changed Dockerfiles are written, one folder each */
    WhatIfMeasurement(Measurement measurement, Path folder) {
        this.measurement = measurement;
        this.folder = folder;
    }

    /**
     * Builds, starts and reads them all.
     *
     * @throws IllegalStateException when not even the Dockerfile as it stands can be built
     */
    WhatIf of(Path dockerfile) {
        String reference = read(dockerfile);
        Facts unchanged = measure(Variations.UNCHANGED, reference);
        List<Variation> measured = new ArrayList<>();
        for (Variations variation : Variations.values()) {
            Facts facts = variation == Variations.UNCHANGED ? unchanged : measure(variation, reference);
            measured.add(Condensed.of(variation.word(), variation.in(reference), facts.multi()));
        }
        return new WhatIf(unchanged.provenance(), unchanged.engine(), base(unchanged.multi(), dockerfile), measured);
    }

    private Facts measure(Variations variation, String reference) {
        try {
            Path demo = Files.createDirectories(folder.resolve(variation.word()));
            Files.writeString(
                    demo.resolve(Variant.MULTI.dockerfile()),
                    variation.in(reference).dockerfile());
            return measurement.of(new Demo(variation.word(), demo));
        } catch (IOException e) {
            throw new UncheckedIOException("the variation " + variation.word() + " cannot be written to " + folder, e);
        }
    }

    private static Base base(ImageFacts unchanged, Path dockerfile) {
        return unchanged
                .ifBuilt()
                .flatMap(image -> image.builtFrom().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("there is nothing to compare with, as " + dockerfile
                        + " does not build as it stands: "
                        + unchanged
                                .build()
                                .failure()
                                .map(Message::english)
                                .orElse("its build names no image that it starts from")));
    }

    private static String read(Path dockerfile) {
        try {
            return Files.readString(dockerfile);
        } catch (IOException e) {
            throw new UncheckedIOException("the Dockerfile to vary cannot be read: " + dockerfile, e);
        }
    }
}
