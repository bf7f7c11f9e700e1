package multistage.measure;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.HistoryEntry;

/**
 * Which entry of an image's history made which of its layers. Engines do not tell ({@code empty_layer} stands in the image's own configuration, in
 * its archive); so it is told from what the entries say, where that tallies with the number of layers.
 */
final class LayerHistory {
    private static final Pattern COPIES = Pattern.compile("(?s)(COPY|ADD) .*");
    private static final Pattern CONFIGURES = Pattern.compile(
            "(?s)(ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME) .*|WORKDIR /");
    /** Podman writes down the labels that a run gives an image, as if a Dockerfile had them. */
    private static final Pattern LABELLED_BY_A_RUN = Pattern.compile("(?s)LABEL .*\"org\\.testcontainers\"=.*");

    private LayerHistory() {}

    /** The entries, in their order, each with the one of these layers that it made, where that is known; those of a run left out. */
    static List<HistoryEntry> of(Stream<HistoryEntry> all, List<String> layers) {
        List<HistoryEntry> entries = all.filter(entry -> entry.bytes() > 0 || !is(LABELLED_BY_A_RUN, entry))
                .toList();
        // a WORKDIR, say, makes a layer or none: the number of layers tells which
        for (Predicate<HistoryEntry> makesLayer :
                List.<Predicate<HistoryEntry>>of(LayerHistory::surelyMakesLayer, LayerHistory::mayMakeLayer)) {
            if (entries.stream().filter(makesLayer).count() == layers.size()) {
                Iterator<String> next = layers.iterator();
                return entries.stream()
                        .map(entry -> makesLayer.test(entry)
                                ? new HistoryEntry(entry.createdBy(), entry.bytes(), Optional.of(next.next()))
                                : entry)
                        .toList();
            }
        }
        return entries;
    }

    private static boolean mayMakeLayer(HistoryEntry entry) {
        return surelyMakesLayer(entry) || !is(CONFIGURES, entry);
    }

    private static boolean surelyMakesLayer(HistoryEntry entry) {
        return entry.bytes() > 0 || entry.ran() || is(COPIES, entry);
    }

    private static boolean is(Pattern instruction, HistoryEntry entry) {
        return instruction.matcher(entry.instruction()).matches();
    }
}
