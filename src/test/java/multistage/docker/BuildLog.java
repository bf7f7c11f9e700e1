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
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Cut;

/**
 * A build's log, line by line as it comes, much as {@code docker build --progress=plain} shows it: to a file, and to the
 * console all of it or what takes long and what fails. It remembers what it says of the build that began last.
 */
final class BuildLog implements AutoCloseable {
    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_LINE = 4_000;
    private static final int LAST_LINES = 10;
    private static final byte[] NEW_LINE = {'\n'};
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Pattern PODMANS = Pattern.compile("(?:\\[\\d+/\\d+] )?STEP [\\d/]+: .*");

    private final String mark;
    private final PrintStream console;
    private final boolean showsAll;
    private final PrintWriter file;
    private final ByteArrayOutputStream podmans = new ByteArrayOutputStream();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private Optional<String> error = Optional.empty();
    private Optional<Step> failed = Optional.empty();
    private int lines;

    /** A step of a build that has begun: how it stands, and what it printed last. */
    private final class Step {
        private final String name;
        private final String number = "#" + (steps.size() + 1) + " ";
        private final Instant start = Instant.now();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final Deque<String> last = new ArrayDeque<>();
        private boolean cached;
        private boolean ended;
        private boolean shown;

        Step(String name) {
            this.name = Cut.at(name, 16_000);
            write(number + SafeLine.of(name), false);
        }

        void printed(String output) {
            last.addLast(Cut.within(output, 500));
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
            write(number + output, false);
        }

        void end(String why) {
            collect(line, NEW_LINE, this::printed);
            ended = true;
            if (why.endsWith("context canceled")) {
                write(number + "CANCELED", shown);
            } else if (why.isEmpty()) {
                double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
                write(number + (cached ? "CACHED" : String.format(Locale.ROOT, "DONE %.1fs", seconds)), shown);
            } else {
                failed = failed.or(() -> Optional.of(this));
                if (Dockerfile.ofStep(name).isPresent()) {
                    show();
                }
                write(number + "ERROR: " + SafeLine.of(why), shown);
            }
        }

        void show() {
            if (!shown && !showsAll) {
                console.println(mark + " | " + number + SafeLine.of(name));
            }
            shown = true;
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
        error = Optional.empty();
        failed = Optional.empty();
    }

    /** A line that is not the engine's. */
    synchronized void line(String line) {
        write(line, true);
    }

    /** What BuildKit tells of a build that is under way: {@code moby.buildkit.v1.StatusResponse} of its control.proto. */
    synchronized void trace(byte[] message) throws IOException {
        UnknownFieldSet trace = UnknownFieldSet.parseFrom(message);
        List<UnknownFieldSet> outputs = each(trace, 3);
        for (UnknownFieldSet vertex : each(trace, 1)) {
            if (vertex.hasField(5) || vertex.hasField(7)) { // it has begun, or failed
                Step step = steps.computeIfAbsent(text(vertex, 1), digest -> new Step(text(vertex, 3)));
                step.cached = vertex.getField(4).getVarintList().contains(1L);
                outputs.removeIf(output -> text(output, 1).equals(text(vertex, 1)) && print(output));
                if (!step.ended && (vertex.hasField(6) || vertex.hasField(7))) {
                    step.end(text(vertex, 7));
                }
            }
        }
        outputs.forEach(this::print);
    }

    /** What Podman prints, in pieces. */
    synchronized void text(String piece) {
        collect(podmans, piece.getBytes(StandardCharsets.UTF_8), this::podmans);
    }

    /** The build ended with an error. */
    synchronized void error(String words) {
        finish();
        error = error.or(() -> Optional.of(SafeLine.of(words)));
        // Podman says of no step that it failed
        failed = failed.or(() -> current().filter(step -> step.name.contains("STEP ")));
        write("ERROR: " + SafeLine.of(words), false);
    }

    /** Prints what still waits for the end of its line. */
    synchronized void finish() {
        collect(podmans, NEW_LINE, this::podmans);
        steps.values().forEach(step -> collect(step.line, NEW_LINE, step::printed));
    }

    /** Shows the steps that have been under way for long. */
    synchronized void showWhatTakesLong() {
        Instant longAgo = Instant.now().minus(LONG);
        steps.values().stream()
                .filter(step -> !step.ended && step.start.isBefore(longAgo))
                .forEach(Step::show);
    }

    /** The images that it was built FROM, as one writes them. */
    synchronized List<String> bases() {
        List<Matcher> froms = steps.values().stream()
                .flatMap(step -> Dockerfile.ofStep(step.name).stream())
                .map(Dockerfile.FROM::matcher)
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
                .filter(step -> Dockerfile.ofStep(step.name)
                        .filter(text -> !text.matches("(?is)(?:FROM|LABEL)\\s.*"))
                        .isPresent())
                .allMatch(step -> step.cached);
    }

    /** Why there is no image, in the engine's words. */
    synchronized Optional<String> error() {
        return error;
    }

    /** The step at which the build is, or was when it was ended, as the engine names it. */
    synchronized Optional<String> stepUnderWay() {
        return current().map(step -> step.name);
    }

    synchronized Optional<String> failedStep() {
        return failed.map(step -> step.name);
    }

    /** What the step that failed, or is under way, printed last. */
    synchronized List<String> lastLines() {
        return failed.or(this::current).map(step -> List.copyOf(step.last)).orElse(List.of());
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    private Optional<Step> current() {
        return steps.values().stream().filter(step -> !step.ended).reduce((one, later) -> later);
    }

    private boolean print(UnknownFieldSet output) {
        Optional.ofNullable(steps.get(text(output, 1)))
                .ifPresent(step -> collect(step.line, bytes(output, 4), step::printed));
        return true;
    }

    private void podmans(String line) {
        Optional<Step> current = current();
        if (PODMANS.matcher(line).matches()) {
            current.ifPresent(step -> step.ended = true);
            steps.put(line, new Step(line));
        } else {
            current.ifPresentOrElse(step -> step.printed(line), () -> write(line, false));
            current.ifPresent(step -> step.cached |= line.matches("-{2,3}> Using cache.*"));
        }
    }

    private static void collect(ByteArrayOutputStream line, byte[] piece, Consumer<String> complete) {
        for (byte b : piece) {
            if (b != '\n') {
                if (line.size() < LONGEST_LINE) {
                    line.write(b);
                }
            } else {
                String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
                line.reset();
                text = SafeLine.of(text.substring(text.lastIndexOf('\r') + 1)); // what overwrote the rest
                Optional.of(text).filter(it -> !it.isBlank()).ifPresent(complete);
            }
        }
    }

    private void write(String line, boolean matters) {
        if (lines++ < MOST_LINES || matters) {
            file.println(line);
            if (showsAll || matters) {
                console.println(mark + " | " + line);
            }
        } else if (lines == MOST_LINES + 1) {
            file.println("(more than " + MOST_LINES + " lines: the rest of the output is left out)");
        }
    }

    private static List<UnknownFieldSet> each(UnknownFieldSet message, int field) throws IOException {
        List<UnknownFieldSet> all = new ArrayList<>();
        for (ByteString one : message.getField(field).getLengthDelimitedList()) {
            all.add(UnknownFieldSet.parseFrom(one));
        }
        return all;
    }

    private static byte[] bytes(UnknownFieldSet message, int field) {
        List<ByteString> all = message.getField(field).getLengthDelimitedList();
        return all.isEmpty() ? new byte[0] : all.get(all.size() - 1).toByteArray();
    }

    private static String text(UnknownFieldSet message, int field) {
        return new String(bytes(message, field), StandardCharsets.UTF_8);
    }
}
