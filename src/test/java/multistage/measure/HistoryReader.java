package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ImageHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import multistage.facts.HistoryEntry;

/**
 * Reads an image's history and finds which entry made which layer. The image itself knows ({@code empty_layer} in its
 * configuration), but engines do not tell without exporting it whole; so it is told from what the entries say, and only
 * where that tallies with the number of layers.
 */
final class HistoryReader {
    private static final Pattern COPIES = Pattern.compile("(?:COPY|ADD) ");
    private static final Pattern CONFIGURES = Pattern.compile(
            "(?:ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME) ");

    /** Podman writes down the labels that a run gives an image, and Testcontainers' with them, as if a Dockerfile had them. */
    private static final Pattern LABELLED_BY_A_RUN =
            Pattern.compile("LABEL .*\"org\\.testcontainers\"=.*", Pattern.DOTALL);

    private final DockerClient client;

    HistoryReader(DockerClient client) {
        this.client = client;
    }

    /** Its entries, oldest first, each with the one of these layers (lowest first) that it made, where that is known. */
    List<HistoryEntry> read(String image, List<String> layers) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (ImageHistory entry : client.imageHistoryCmd(image).exec()) {
            entries.add(new HistoryEntry(
                    Objects.requireNonNullElse(entry.getCreatedBy(), ""),
                    Objects.requireNonNullElse(entry.getSize(), 0L),
                    Optional.empty()));
        }
        Collections.reverse(entries);
        entries.removeIf(entry -> entry.bytes() == 0
                && LABELLED_BY_A_RUN.matcher(entry.instruction()).matches());
        return matched(entries, layers);
    }

    /** A WORKDIR, say, makes a layer or none: whether those do that leave it open is told by the number of layers. */
    private static List<HistoryEntry> matched(List<HistoryEntry> entries, List<String> layers) {
        for (Predicate<HistoryEntry> makesLayer : List.<Predicate<HistoryEntry>>of(
                HistoryReader::surelyMakesLayer,
                entry -> mayMakeLayer(entry) && !entry.instruction().equals("WORKDIR /"),
                HistoryReader::mayMakeLayer)) {
            if (entries.stream().filter(makesLayer).count() == layers.size()) {
                Iterator<String> next = layers.iterator();
                return entries.stream()
                        .map(entry -> makesLayer.test(entry) ? madeBy(entry, next.next()) : entry)
                        .toList();
            }
        }
        return entries;
    }

    private static boolean mayMakeLayer(HistoryEntry entry) {
        return surelyMakesLayer(entry) || !begins(entry, CONFIGURES);
    }

    private static boolean surelyMakesLayer(HistoryEntry entry) {
        return entry.bytes() > 0 || entry.ran() || begins(entry, COPIES);
    }

    private static boolean begins(HistoryEntry entry, Pattern words) {
        return words.matcher(entry.instruction()).lookingAt();
    }

    private static HistoryEntry madeBy(HistoryEntry entry, String layer) {
        return new HistoryEntry(entry.createdBy(), entry.bytes(), Optional.of(layer));
    }
}
