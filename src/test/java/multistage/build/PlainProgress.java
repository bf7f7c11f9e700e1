package multistage.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Retells BuildKit's traces in the lines of {@code docker build --progress=plain}, and remembers what they say of the
 * build. Steps run at the same time are told as they go: every line begins with the number of its step.
 */
final class PlainProgress implements Progress {
    private static final int MOST_STEPS = 1_000;
    private static final int LONGEST_DIGEST = 200;

    // What stands in the Dockerfile has a place in its stage: [builder 2/4], [stage-1  9/12]. Nothing else has.
    private static final Pattern OF_DOCKERFILE =
            Pattern.compile("\\[[^\\[\\]]{0,300}\\d+/\\d+] (?<instruction>.*)", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("FROM (?<image>\\S+)");

    private final BoundedLog log;
    private final Map<String, PlainStep> steps = new LinkedHashMap<>();
    private int begun;
    private boolean tooMany;
    private Optional<String> failed = Optional.empty();

    PlainProgress(Consumer<String> out) {
        this.log = new BoundedLog(out);
    }

    /** Prints what is new in this trace; what a step printed comes before its end, which the trace tells first. */
    void show(BuildKitTrace trace) {
        List<PlainStep> told = new ArrayList<>();
        for (BuildKitTrace.Vertex vertex : trace.vertices()) {
            step(vertex).ifPresent(step -> {
                step.update(vertex);
                told.add(step);
            });
        }
        for (BuildKitTrace.Status status : trace.statuses()) {
            known(status.vertex()).ifPresent(step -> step.tell(status));
        }
        for (BuildKitTrace.Warning warning : trace.warnings()) {
            known(warning.vertex()).ifPresent(step -> step.tell(warning));
        }
        for (BuildKitTrace.Log output : trace.logs()) {
            known(output.vertex()).ifPresent(step -> step.tell(output));
        }
        for (PlainStep step : told) {
            step.tell();
            if (step.failed()) {
                failed = failed.or(() -> Optional.of(step.name()));
            }
        }
    }

    /** Prints what was still waiting for the end of its line. */
    void finish() {
        steps.values().forEach(PlainStep::finish);
    }

    @Override
    public List<String> bases() {
        return steps.values().stream()
                .flatMap(step -> instruction(step).map(FROM::matcher).filter(Matcher::matches).stream())
                .flatMap(from -> ImageName.written(from.group("image")).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean cached() {
        return steps.values().stream()
                .filter(PlainStep::begun)
                .filter(step -> instruction(step)
                        .filter(it -> !FROM.matcher(it).matches())
                        .isPresent())
                .allMatch(PlainStep::cached);
    }

    @Override
    public Optional<String> stepUnderWay() {
        return steps.values().stream()
                .filter(PlainStep::underWay)
                .map(PlainStep::name)
                .reduce((one, later) -> later);
    }

    @Override
    public Optional<String> failedStep() {
        return failed;
    }

    private static Optional<String> instruction(PlainStep step) {
        Matcher matcher = OF_DOCKERFILE.matcher(step.name());
        return matcher.matches() ? Optional.of(matcher.group("instruction")) : Optional.empty();
    }

    private Optional<PlainStep> known(String digest) {
        return Optional.ofNullable(steps.get(digest));
    }

    private Optional<PlainStep> step(BuildKitTrace.Vertex vertex) {
        if (vertex.digest().length() > LONGEST_DIGEST) {
            return Optional.empty();
        }
        if (steps.size() == MOST_STEPS && !steps.containsKey(vertex.digest())) {
            if (!tooMany) {
                tooMany = true;
                log.event("(more than " + MOST_STEPS + " steps: those that follow are left out)");
            }
            return Optional.empty();
        }
        return Optional.of(
                steps.computeIfAbsent(vertex.digest(), digest -> new PlainStep(vertex.name(), () -> ++begun, log)));
    }
}
