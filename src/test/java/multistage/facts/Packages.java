package multistage.facts;

import java.util.List;
import java.util.Optional;

/**
 * The Debian packages that an image holds, as its package manager's own list says.
 *
 * @param count how many are installed
 * @param changes those that its base has not, or has in another version, by name; the first few hundred
 */
public record Packages(int count, List<Change> changes) {

    public Packages {
        changes = List.copyOf(changes);
    }

    /**
     * A package that differs from the base's.
     *
     * @param name the package's
     * @param before its version in the base; empty where the base has none
     * @param after its version in the image; empty where it was removed
     */
    public record Change(String name, Optional<String> before, Optional<String> after) {}
}
