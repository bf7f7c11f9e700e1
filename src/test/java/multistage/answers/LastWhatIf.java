package multistage.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.facts.FactsJson;
import multistage.facts.WhatIf;

/** The changed Dockerfiles that were measured last: by {@code mvn verify} here, else those that the project comes with. */
public final class LastWhatIf {
    private final List<Path> places;

    /** @param places where the measurements lie, the later ones first */
    public LastWhatIf(Path... places) {
        this.places = List.of(places);
    }

    /**
     * The first that is there.
     *
     * @throws IllegalArgumentException when that one cannot be read; says which it is, why, and what to do
     */
    public Optional<WhatIf> read() {
        return places.stream().filter(Files::exists).findFirst().map(LastWhatIf::read);
    }

    private static WhatIf read(Path file) {
        try {
            return new FactsJson().read(Files.readString(file), WhatIf.class);
        } catch (IllegalArgumentException other) {
            throw new IllegalArgumentException(
                    file + " cannot be read; remove it, and mvn verify will measure again: " + other.getMessage(),
                    other);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; remove it, and mvn verify will measure again", e);
        }
    }
}
