package multistage.facts;

import java.util.List;
import java.util.Optional;

/**
 * An image that another one is built from.
 *
 * @param name as a FROM names it, {@code golang:1.23}
 * @param standIn whether it is a stand-in for the official image of that name
 * @param id the engine's own digest of it, {@code sha256:…}
 * @param digest the digest by which a registry knows it, {@code sha256:…}; empty for one that was built here
 * @param layers its layers' digests (diff ids), lowest first
 * @param history its history, oldest entry first
 */
public record Base(
        String name,
        boolean standIn,
        String id,
        Optional<String> digest,
        List<String> layers,
        List<HistoryEntry> history) {

    public Base {
        layers = List.copyOf(layers);
        history = List.copyOf(history);
    }

    /** The bytes that its history adds up to, as this engine's store counts them. */
    public long bytes() {
        return HistoryEntry.bytes(history);
    }

    /** Its name; a stand-in says so, lest its figures pass for the official image's. */
    public Message told() {
        return standIn ? Message.of("%s (stand-in)", name) : Message.verbatim(name);
    }

    /** The same in English. */
    @Override
    public String toString() {
        return told().english();
    }
}
