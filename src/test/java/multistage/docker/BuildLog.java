package multistage.docker;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Cut;

/**
 * A build's log, line by line as it comes, much as {@code docker build --progress=plain} shows it: to a file, and to the
 * console all of it or what takes long and what fails. It remembers what it says of the build that began last.
 */
final class BuildLog implements AutoCloseable {
    static final int MOST_LINES = 20_000;
    private static final int MOST_STEPS = 1_000;
    private static final int LONGEST_LINE = 4_000;
    private static final int LAST_LINES = 10;
    private static final int LONGEST_LAST_LINE = 500;
    private static final byte[] NEW_LINE = {'\n'};
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Pattern OF_DOCKERFILE = Pattern.compile(
            "(?:\\[[^\\[\\]]{0,300}\\d+/\\d+] |(?:\\[\\d+/\\d+] )?STEP \\d+(?:/\\d+)?: )(?<instruction>.*)",
            Pattern.DOTALL);
    private static final Pattern PODMANS_STEP = Pattern.compile("(?:\\[\\d+/\\d+] )?STEP \\d+(?:/\\d+)?: .*");
    private static final Pattern PODMANS_CACHED = Pattern.compile("-{2,3}> Using cache.*");
    private static final Pattern FROM =
            Pattern.compile("(?i)FROM\\s+(?:--\\S+\\s+)*(?<image>\\S+)(?:\\s+AS\\s+(?<stage>\\S+))?.*");

    private final String mark;
    private final PrintStream console;
    private final boolean showsAll;
    private final PrintWriter file;
    private final ByteArrayOutputStream podmans = new ByteArrayOutputStream();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private int lines;
    private int begun;

    /** A step of a build: how it stands, and what it printed last. */
    private static final class Step {
        private final String name;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final Deque<String> last = new ArrayDeque<>();
        private int number;
        private Instant start = Instant.MAX;
        private boolean cached;
        private boolean ended;
        private boolean failed;
        private boolean shown;

        Step(String name) {
            this.name = name;
        }

        void remember(String output) {
            last.addLast(Cut.within(output, LONGEST_LAST_LINE));
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
        }

        boolean isUnderWay() {
            return number > 0 && !ended;
        }

        /** As it stands in the Dockerfile, if it does. */
        Stream<String> instruction() {
            return OF_DOCKERFILE.matcher(name).results().map(found -> found.group(1));
        }
    }

    /**
     * @param mark stands before each line on the console
     * @param showsAll whether all of it shows there
     */
    BuildLog(Path file, String mark, PrintStream console, boolean showsAll) {
        this.mark = mark;
        this.console = console;
        this.showsAll = showsAll;
        try {
            Files.createDirectories(file.getParent());
            this.file = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the build log " + file, e);
        }
    }

    /** Another build begins: what was remembered of the one before no longer counts. */
    synchronized void begin() {
        steps.clear();
        begun = 0;
    }

    /** A line that is not the engine's. */
    synchronized void line(String line) {
        write(line, true);
    }

    /** What BuildKit tells of a build that is under way: {@code moby.buildkit.v1.StatusResponse} of its control.proto. */
    synchronized void trace(byte[] message) throws IOException {
        UnknownFieldSet trace = UnknownFieldSet.parseFrom(message);
        Map<Step, UnknownFieldSet> told = new LinkedHashMap<>();
        for (ByteString each : trace.getField(1).getLengthDelimitedList()) {
            UnknownFieldSet vertex = UnknownFieldSet.parseFrom(each);
            Step step = step(text(vertex, 1), text(vertex, 3));
            if (vertex.hasField(5) || vertex.hasField(7)) {
                begin(step);
                step.cached = vertex.getField(4).getVarintList().contains(1L);
                told.put(step, vertex);
            }
        }
        for (ByteString each : trace.getField(3).getLengthDelimitedList()) {
            UnknownFieldSet output = UnknownFieldSet.parseFrom(each);
            Step step = step(text(output, 1), "");
            collect(step.line, bytes(output, 4), line -> printed(step, line));
        }
        for (Map.Entry<Step, UnknownFieldSet> each : told.entrySet()) {
            String error = text(each.getValue(), 7);
            if (!each.getKey().ended && (each.getValue().hasField(6) || !error.isEmpty())) {
                end(each.getKey(), error);
            }
        }
    }

    /** What Podman prints, in pieces. */
    synchronized void text(String piece) {
        collect(podmans, piece.getBytes(StandardCharsets.UTF_8), this::podmans);
    }

    /** The build ended with an error. */
    synchronized void error(String words) {
        finish();
        // Podman says of no step that it failed
        current().filter(step -> PODMANS_STEP.matcher(step.name).matches()).ifPresent(step -> step.failed = true);
        write("ERROR: " + SafeLine.of(words), true);
    }

    /** Prints what still waits for the end of its line. */
    synchronized void finish() {
        collect(podmans, NEW_LINE, this::podmans);
        steps.values().forEach(step -> collect(step.line, NEW_LINE, line -> printed(step, line)));
    }

    /** Shows the steps that have been under way for long. */
    synchronized void showWhatTakesLong() {
        Instant longAgo = Instant.now().minus(LONG);
        steps.values().stream()
                .filter(step -> step.isUnderWay() && !step.shown && step.start.isBefore(longAgo))
                .forEach(this::show);
    }

    /** The images that it was built FROM, as one writes them. */
    synchronized List<String> bases() {
        List<Matcher> froms = steps.values().stream()
                .flatMap(Step::instruction)
                .map(FROM::matcher)
                .filter(Matcher::matches)
                .toList();
        List<String> stages = froms.stream().map(from -> from.group("stage")).toList();
        return froms.stream()
                .map(from -> from.group("image"))
                .filter(image -> !image.equals("scratch") && !stages.contains(image))
                .map(ImageName::written)
                .distinct()
                .toList();
    }

    /** Whether every step that can come from the build cache did; Podman takes the labels that a client asks for, too, for steps. */
    synchronized boolean cached() {
        return steps.values().stream()
                .filter(step -> step.number > 0)
                .filter(step -> step.instruction().anyMatch(it -> !it.matches("(?is)(?:FROM|LABEL)\\s.*")))
                .allMatch(step -> step.cached);
    }

    /** The step at which the build is, or was when it was ended. */
    synchronized Optional<String> stepUnderWay() {
        return current().map(step -> step.name);
    }

    /** The step at which the build failed, where it was at one, as the engine names it. */
    synchronized Optional<String> failedStep() {
        return failed().map(step -> step.name);
    }

    /** What the step that failed, or that was under way, printed last. */
    synchronized List<String> lastLines() {
        return failed().or(this::current).map(step -> List.copyOf(step.last)).orElse(List.of());
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    private Optional<Step> failed() {
        return steps.values().stream().filter(step -> step.failed).findFirst();
    }

    private Optional<Step> current() {
        return steps.values().stream().filter(Step::isUnderWay).reduce((one, later) -> later);
    }

    private Step step(String digest, String name) {
        return steps.size() < MOST_STEPS || steps.containsKey(digest)
                ? steps.computeIfAbsent(Cut.at(digest, 200), none -> new Step(Cut.at(name, 16_000)))
                : new Step(name);
    }

    private void begin(Step step) {
        if (step.number == 0) {
            step.number = ++begun;
            step.start = Instant.now();
            write("#" + step.number + " " + SafeLine.of(step.name), false);
        }
    }

    private void end(Step step, String error) {
        collect(step.line, NEW_LINE, line -> printed(step, line));
        boolean canceled = error.endsWith("context canceled");
        double seconds = Duration.between(step.start, Instant.now()).toMillis() / 1000.0;
        String end = step.cached ? "CACHED" : String.format(Locale.ROOT, "DONE %.1fs", seconds);
        step.ended = true;
        step.failed = !error.isEmpty() && !canceled;
        if (step.failed) {
            show(step);
            end = "ERROR: " + SafeLine.of(error);
        } else {
            step.last.clear();
        }
        write("#" + step.number + " " + (canceled ? "CANCELED" : end), step.shown);
    }

    private void podmans(String line) {
        write(line, false);
        if (PODMANS_STEP.matcher(line).matches()) {
            current().ifPresent(step -> step.ended = true);
            Step step = step(String.valueOf(begun), line);
            step.number = ++begun;
            step.start = Instant.now();
        } else {
            current().ifPresent(step -> {
                step.cached |= PODMANS_CACHED.matcher(line).matches();
                step.remember(line);
            });
        }
    }

    private void printed(Step step, String line) {
        step.remember(line);
        write("#" + step.number + " " + line, false);
    }

    /** Shows on the console that a step is under way or failed, where not everything shows. */
    private void show(Step step) {
        if (!showsAll && !step.shown) {
            console.println(mark + " | #" + step.number + " " + SafeLine.of(step.name));
        }
        step.shown = true;
    }

    private static void collect(ByteArrayOutputStream line, byte[] piece, Consumer<String> complete) {
        for (byte b : piece) {
            if (b != '\n') {
                if (line.size() < LONGEST_LINE) {
                    line.write(b);
                }
            } else {
                String text = SafeLine.ofOutput(line.toString(StandardCharsets.UTF_8));
                line.reset();
                if (!text.isBlank()) {
                    complete.accept(text);
                }
            }
        }
    }

    private void write(String line, boolean matters) {
        if (lines < MOST_LINES || matters && lines < 2 * MOST_LINES) {
            lines++;
            file.println(line);
            if (showsAll || matters) {
                console.println(mark + " | " + line);
            }
            if (lines == MOST_LINES) {
                file.println("(more than " + MOST_LINES + " lines: the rest of the output is left out)");
            }
        }
    }

    private static byte[] bytes(UnknownFieldSet message, int field) {
        List<ByteString> all = message.getField(field).getLengthDelimitedList();
        return all.isEmpty() ? new byte[0] : all.get(all.size() - 1).toByteArray();
    }

    private static String text(UnknownFieldSet message, int field) {
        return new String(bytes(message, field), StandardCharsets.UTF_8);
    }
}
