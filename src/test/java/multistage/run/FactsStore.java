package multistage.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import multistage.facts.Facts;
import multistage.facts.FactsJson;

/**
 * Facts that were measured, in a file for each demo: so a run that was interrupted goes on where it was, and one that is given
 * what others measured need not do so again.
 */
public final class FactsStore {
    private final Path folder;
    private final FactsJson json = new FactsJson();
    /** Each is asked for once a claim, and is not read so often as long as there is memory to spare. */
    private final Map<String, SoftReference<Stored>> known = new ConcurrentHashMap<>();

    /** @param folder where they lie, in a folder for each demo */
    public FactsStore(Path folder) {
        this.folder = folder;
    }

    /**
     * What was measured of one demo.
     *
     * @param fingerprint that of the demo's files when they were measured
     * @param limits within which they were measured
     * @param took how long measuring them took
     * @param facts what was measured
     */
    public record Stored(String fingerprint, Limits limits, Duration took, Facts facts) {
        /** Whether it is what would be measured of these files within these limits. */
        public boolean isOf(String files, Limits now) {
            return fingerprint.equals(files) && !limits.cutShort(facts, now);
        }
    }

    /** What was measured of the demo of that name, if it can be read; what another version wrote, or half of it, cannot. */
    public Optional<Stored> read(String name) {
        Optional<Stored> remembered = Optional.ofNullable(known.get(name)).map(SoftReference::get);
        return remembered.or(() -> {
            Optional<Stored> read = readFile(name);
            read.ifPresent(stored -> known.put(name, new SoftReference<>(stored)));
            return read;
        });
    }

    private Optional<Stored> readFile(String name) {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.read(Files.readString(file), Stored.class));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty(); // it is measured again
        }
    }

    /** Keeps it in the place of what was known before; who is killed meanwhile leaves the one or the other, whole. */
    public void write(String name, Stored stored) {
        Path file = file(name);
        Path written = file.resolveSibling("facts.json.part");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(written, json.write(stored));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(begun(name));
            known.put(name, new SoftReference<>(stored));
        } catch (IOException e) {
            throw new UncheckedIOException("what was measured cannot be kept in " + file, e);
        }
    }

    /** Notes that the demo of that name is being measured, until something is kept of it. */
    public void noteBegun(String name) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(begun(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException("what is measured cannot be kept in " + file(name), e);
        }
    }

    /** Whether it was begun with, by this run or another, and nothing was kept since. */
    public boolean isBegun(String name) {
        return Files.exists(begun(name));
    }

    private Path begun(String name) {
        return file(name).resolveSibling("begun");
    }

    private Path file(String name) {
        return folder.resolve(name).resolve("facts.json");
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
