package multistage.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import multistage.facts.Facts;
import multistage.words.Language;

/** A run on nothing: its options were refused. */
final class NoRun extends GradedRun {
    private final RuntimeException refused;

    /** @param refused why they were */
    NoRun(RuntimeException refused) {
        super(Language.ENGLISH, Path.of("target"), System.getenv(), List.of());
        this.refused = refused;
    }

    @Override
    void measure() {
        throw refused;
    }

    @Override
    Stream<Facts> measuredFacts() {
        return Stream.empty();
    }

    @Override
    void tell() {
        throw new IllegalStateException("there is nothing to tell of no run", refused);
    }
}
