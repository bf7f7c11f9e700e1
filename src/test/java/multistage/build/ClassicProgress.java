package multistage.build;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads along in the log of a builder that writes plain text: Podman's, and Docker's classic one. */
final class ClassicProgress implements Progress {
    private static final int MOST_NAMES = 1_000;

    // "[1/2] STEP 3/4: RUN true" by Podman, "Step 3/4 : RUN true" by Docker.
    private static final Pattern STEP =
            Pattern.compile("(?:\\[\\d+/\\d+] )?(?:STEP|Step) \\d+(?:/\\d+)? ?: (?<instruction>.+)");
    private static final Pattern FROM =
            Pattern.compile("(?i)FROM\\s+(?:--\\S+\\s+)*(?<image>\\S+)(?:\\s+AS\\s+(?<stage>\\S+))?\\s*");
    private static final Pattern BUILT = Pattern.compile("Successfully built (?<id>[0-9a-f]{12,64})");
    private static final Pattern FROM_CACHE = Pattern.compile(" ?-{2,3}> Using cache.*");

    // The labels that a client asks for are steps too, and may be others each time.
    private static final Pattern NEVER_CACHED = Pattern.compile("(?i)(?:FROM|LABEL)\\s.*");

    private final BoundedLog log;
    private final LogLines lines = new LogLines();
    private final Set<String> bases = new LinkedHashSet<>();
    private final Set<String> stages = new HashSet<>();
    private String step = "";
    private boolean inStage;
    private boolean toBeCached;
    private boolean cached = true;
    private Optional<String> failed = Optional.empty();
    private Optional<String> built = Optional.empty();

    ClassicProgress(Consumer<String> out) {
        this.log = new BoundedLog(out);
    }

    /** Takes the next piece of the log. */
    void add(String text) {
        lines.add(ByteString.copyFromUtf8(text), this::line);
    }

    /** Takes it that the build ended with an error. */
    void fail() {
        finish();
        if (!step.isEmpty() && failed.isEmpty()) {
            failed = Optional.of(step);
        }
    }

    /** Prints what still waits for the end of its line. */
    void finish() {
        lines.end(this::line);
    }

    /** The id of the image, if the log ends with it: what says so in the middle is some command's output. */
    Optional<String> built() {
        return built;
    }

    @Override
    public List<String> bases() {
        return List.copyOf(bases);
    }

    @Override
    public boolean cached() {
        return cached && !toBeCached;
    }

    @Override
    public Optional<String> stepUnderWay() {
        return Optional.of(step).filter(begun -> !begun.isEmpty());
    }

    @Override
    public Optional<String> failedStep() {
        return failed;
    }

    private void line(String line) {
        log.output(line);
        Matcher success = BUILT.matcher(line);
        if (success.matches()) {
            built = Optional.of(success.group("id"));
        } else if (!line.isBlank() && !line.startsWith("Successfully tagged ")) {
            built = Optional.empty();
        }
        Matcher begins = STEP.matcher(line);
        if (begins.matches()) {
            begin(line, begins.group("instruction"));
        } else if (FROM_CACHE.matcher(line).matches()) {
            toBeCached = false;
        }
    }

    private void begin(String line, String instruction) {
        cached = cached();
        step = line;
        Matcher from = FROM.matcher(instruction);
        if (from.matches()) {
            inStage = true;
            from(from.group("image"), Optional.ofNullable(from.group("stage")));
        }
        toBeCached = inStage && !NEVER_CACHED.matcher(instruction).matches();
    }

    private void from(String image, Optional<String> stage) {
        if (!image.equals("scratch") && !stages.contains(lower(image)) && bases.size() < MOST_NAMES) {
            ImageName.written(image).ifPresent(bases::add);
        }
        if (stages.size() < MOST_NAMES) {
            stage.map(ClassicProgress::lower).ifPresent(stages::add);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
