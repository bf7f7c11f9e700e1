package multistage.build;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import multistage.facts.Bytes;
import multistage.facts.Cut;

/** One step of a build: how it stands, and what has been printed of it. */
final class PlainStep {
    private static final int LONGEST_NAME = 16_000;
    private static final int MOST_PARTS = 100;
    private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(5);

    private final String name;
    private final IntSupplier numbers;
    private final BoundedLog log;
    private final LogLines output = new LogLines();
    private final Map<String, Instant> parts = new HashMap<>();
    private int number;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> completed = Optional.empty();
    private Duration earlier = Duration.ZERO;
    private boolean cached;
    private boolean canceled;
    private String error = "";
    private Duration printedAfter = Duration.ZERO;
    private String lastEnd = "";

    PlainStep(String name, IntSupplier numbers, BoundedLog log) {
        this.name = Cut.at(name, LONGEST_NAME);
        this.numbers = numbers;
        this.log = log;
    }

    String name() {
        return name;
    }

    boolean begun() {
        return number > 0;
    }

    boolean underWay() {
        return begun() && completed.isEmpty() && error.isEmpty();
    }

    boolean cached() {
        return cached && completed.isPresent();
    }

    /** Whether it went wrong by itself: what runs beside a step that fails is only canceled. */
    boolean failed() {
        return !error.isEmpty() && !canceled;
    }

    /** Takes what BuildKit says of it now. */
    void update(BuildKitTrace.Vertex vertex) {
        boolean failing = !vertex.error().isEmpty();
        if (vertex.started().isEmpty() && !failing) {
            return; // it is only announced, as to everyone who waits for it
        }
        if (!started.equals(vertex.started())) {
            earlier = earlier.plus(between(started, completed));
        }
        started = vertex.started();
        completed = vertex.completed();
        cached = vertex.cached();
        canceled = vertex.error().endsWith("context canceled");
        error = failing ? LogLines.clean(vertex.error()) : "";
    }

    /** Prints how far a part of it is: when it begins, now and then, and when it is done. */
    void tell(BuildKitTrace.Status part) {
        String what = LogLines.clean(part.id());
        Instant at = part.completed().or(part::timestamp).orElse(Instant.EPOCH);
        Instant last = parts.get(what);
        boolean done = part.completed().isPresent();
        boolean due = last == null
                ? parts.size() < MOST_PARTS
                : done || Duration.between(last, at).compareTo(BETWEEN_UPDATES) >= 0;
        if (due) {
            parts.put(what, at);
            String took = seconds(between(part.started(), part.completed()), 1);
            print(what + amount(part) + (done ? (took.equals("0.0s") ? "" : " " + took) + " done" : ""));
        }
    }

    void tell(BuildKitTrace.Warning warning) {
        print("WARN: " + LogLines.clean(warning.text()));
    }

    void tell(BuildKitTrace.Log piece) {
        printedAfter = between(started, piece.timestamp());
        output.add(piece.text(), this::printOutput);
    }

    /** Prints its name when it has begun, and how it ended when it has, unless that is what was printed last. */
    void tell() {
        if (started.isPresent() || failed()) {
            begin();
        }
        if (completed.isEmpty() && !failed()) {
            return;
        }
        finish();
        String end = failed() ? "ERROR: " + error : canceled ? "CANCELED" : cached ? "CACHED" : "DONE";
        if (!end.equals(lastEnd)) {
            lastEnd = end;
            String took = end.equals("DONE") ? " " + seconds(earlier.plus(between(started, completed)), 1) : "";
            log.event("#" + number + " " + end + took);
        }
    }

    /** Prints what still waits for the end of its line. */
    void finish() {
        output.end(this::printOutput);
    }

    private void begin() {
        if (!begun()) {
            number = numbers.getAsInt();
            log.event("#" + number + " " + LogLines.clean(name));
        }
    }

    private void printOutput(String line) {
        int decimals = printedAfter.toSeconds() < 10 ? 3 : printedAfter.toSeconds() < 100 ? 2 : 1;
        print(seconds(printedAfter, decimals).replace("s", " ") + line);
    }

    private void print(String text) {
        begin();
        lastEnd = "";
        log.output("#" + number + " " + text);
    }

    private static String amount(BuildKitTrace.Status part) {
        if (part.total() > 0) {
            return " " + Bytes.human(part.current()) + " / " + Bytes.human(part.total());
        }
        return part.current() > 0 ? " " + Bytes.human(part.current()) : "";
    }

    private static Duration between(Optional<Instant> from, Optional<Instant> to) {
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            return Duration.ZERO;
        }
        return Duration.between(from.get(), to.get());
    }

    private static String seconds(Duration time, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "fs", time.toSeconds() + time.getNano() / 1e9);
    }
}
