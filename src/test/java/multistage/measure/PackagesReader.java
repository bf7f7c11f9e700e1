package multistage.measure;

import java.io.IOException;
import java.util.Optional;
import multistage.docker.Engine;
import multistage.facts.Base;
import multistage.facts.Packages;

/** Reads which Debian packages an image holds, and which of them it does not owe to its base. */
final class PackagesReader {
    private static final DpkgStatus NONE = DpkgStatus.parse(new byte[0]);

    private final Engine engine;

    PackagesReader(Engine engine) {
        this.engine = engine;
    }

    /**
     * Nothing when the image has no list of packages. Where no base is known, none has changed.
     *
     * @throws IOException when a list cannot be read
     */
    Optional<Packages> read(ImageFiles image, Optional<Base> base) throws IOException {
        Optional<DpkgStatus> status = status(image);
        if (status.isEmpty() || base.isEmpty()) {
            return status.map(alone -> alone.since(alone));
        }
        try (ImageFiles below = ImageFiles.of(engine, base.get().id())) {
            return Optional.of(status.get().since(status(below).orElse(NONE)));
        }
    }

    private static Optional<DpkgStatus> status(ImageFiles files) throws IOException {
        return files.read(DpkgStatus.PATH, DpkgStatus.SIZE_LIMIT).map(DpkgStatus::parse);
    }
}
