package multistage.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.docker.Dockerfile.Reference;
import multistage.facts.Cut;
import multistage.facts.Instruction;
import multistage.facts.Message;
import multistage.facts.Variant;

/**
 * Why a build failed, for the one who wrote the Dockerfile.
 *
 * @param told its first line names the image and the instruction, or what was said where it was at none; the cause follows
 * @param line the line of the Dockerfile, counted from 1; empty where it can not be told
 * @param outside whether it is no doing of the one who wrote the Dockerfile
 */
record BuildFailure(Message told, Optional<Integer> line, boolean outside) {
    /** BuildKit's words for a file to copy that is not there, and Podman's. */
    private static final Pattern NO_SUCH_FILE = Pattern.compile(
            "(?:failed to calculate checksum of ref \\S+|copier: stat): \"/?([^\"]{1,400})\": (?:not found|no such file)");

    private static final Pattern PARSE_ERROR = Pattern.compile("^dockerfile parse error on line (\\d{1,6}): ");

    /** Errors without a line that quote what the Dockerfile says, or what comes of its variables. */
    private static final Pattern QUOTING =
            Pattern.compile("^(?:failed to parse stage name \"|base name \\(|invalid stage index )([^\\s\")]+)");

    private static final Pattern BARE_NAME = Pattern.compile("[\\w-]+");

    /** Images that are copied from without a tag; any other name without one is meant as a stage's. */
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "alpine|busybox|debian|ubuntu|golang|nginx|httpd|node|python|redis|docker|hello-world|scratch");

    private static final Pattern DISK_FULL = Pattern.compile("(?i)no space left on device|disk quota exceeded");
    private static final Pattern SOURCE_LINE = Pattern.compile("(?:^|[\\s/(\"'])([\\w-][\\w.-]*\\.\\w+):(\\d{1,6})\\b");
    private static final Pattern COMMAND_FAILED = Pattern.compile("exit (?:code:|status) \\d+");

    /**
     * That of a build that was refused, or failed at some step.
     *
     * @param notPulled the image for want of which it was, if it was for that
     */
    static BuildFailure of(
            Message refusal,
            Optional<Pull.Failure> notPulled,
            Variant variant,
            Dockerfile dockerfile,
            BuildLog log,
            Path file) {
        String words = refusal.english();
        Optional<Reference> named = notPulled
                .map(Pull.Failure::image)
                .or(() -> quoted(QUOTING, words))
                .flatMap(name -> dockerfile
                        .references()
                        .filter(it -> it.isOf(name) || it.name().equals(name))
                        .findFirst());
        Optional<Instruction> failed = named.map(Reference::instruction)
                .or(() -> log.failedStep().flatMap(dockerfile::instruction))
                .or(() -> quoted(PARSE_ERROR, words).map(Integer::valueOf).flatMap(dockerfile::at));
        Optional<Message> place = failed.map(it -> Message.of(
                        "%s, line %s: %s", variant.dockerfile(), String.valueOf(it.line()), shown(it.text())))
                .or(() -> log.failedStep().map(step -> Message.of("%s: %s", variant.dockerfile(), shown(step))))
                .map(it -> withMissingFile(it, words));
        List<String> printed = log.lastLines().stream()
                .filter(line -> !line.matches("# \\S+")) // the go command names the package first
                .toList();
        Optional<Message> noStage = named.flatMap(it -> noStage(it, variant, dockerfile));
        Optional<Message> outside = notPulled
                .filter(it -> it.outside() && noStage.isEmpty())
                .map(Pull.Failure::why)
                .or(() -> Stream.concat(Stream.of(words), printed.stream())
                        .filter(line -> DISK_FULL.matcher(line).find())
                        .findFirst()
                        .map(line -> Message.of("the engine's disk is full")));
        List<Message> lines = new ArrayList<>();
        outside.map(why -> Message.of("%s cannot be built: %s", variant, why)).ifPresent(lines::add);
        if (outside.isEmpty()) {
            lines.add(Message.of("%s does not build: %s", variant, place.orElse(refusal)));
            noStage.or(() -> notPulled.map(Pull.Failure::why))
                    .or(() -> named.filter(Reference::isBase)
                            .flatMap(dockerfile::withoutValue)
                            .map(SafeLine::of)
                            .map(variable -> Message.of(
                                    "the ARG %s has no value there: a FROM knows only those above the first FROM, as ARG %s=…",
                                    variable, variable)))
                    .or(() -> failed.filter(Dockerfile::asksForSecret)
                            .filter(it -> !COMMAND_FAILED.matcher(words).find())
                            .map(it -> Message.of(
                                    "builds here are given no secret and no SSH key, and this line requires one")))
                    .ifPresent(lines::add);
        }
        if (notPulled.isEmpty()) {
            printed.forEach(line -> lines.add(Message.verbatim("  " + line)));
            inHeredoc(printed, variant, dockerfile).ifPresent(lines::add);
            place.filter(it -> noStage.isEmpty()).map(it -> refusal).ifPresent(lines::add);
            lines.add(Message.of("its whole log: %s", file.toString()));
        }
        return new BuildFailure(Message.joined("\n", lines), failed.map(Instruction::line), outside.isPresent());
    }

    private static String shown(String instruction) {
        return Cut.within(SafeLine.of(instruction).replaceAll(" +", " "), 300);
    }

    private static Optional<String> quoted(Pattern error, String words) {
        return error.matcher(words).results().map(found -> found.group(1)).findFirst();
    }

    private static Message withMissingFile(Message place, String words) {
        String form = place.english().contains("from=")
                ? "%s (there is no %s in what it copies from)"
                : "%s (there is no %s in the demo's folder, or its .dockerignore leaves that out)";
        return quoted(NO_SUCH_FILE, words)
                .map(file -> Message.of(form, place, file))
                .orElse(place);
    }

    /** That what is copied from is no stage, where it is meant as one. */
    private static Optional<Message> noStage(Reference copied, Variant variant, Dockerfile dockerfile) {
        if (copied.isBase()
                || !BARE_NAME.matcher(copied.name()).matches()
                || WELL_KNOWN.matcher(copied.name()).matches()) {
            return Optional.empty();
        }
        String name = SafeLine.names(List.of(copied.name()));
        String stages = SafeLine.names(dockerfile.stages());
        return Optional.of(
                stages.isEmpty()
                        ? Message.of("%s is no stage of %s, which names none", name, variant.dockerfile())
                        : Message.of("%s is no stage of %s, which names %s", name, variant.dockerfile(), stages));
    }

    /** Where the first line of source that an output names stands in the Dockerfile, if it came from a heredoc there. */
    private static Optional<Message> inHeredoc(List<String> printed, Variant variant, Dockerfile dockerfile) {
        return printed.stream()
                .flatMap(line -> SOURCE_LINE.matcher(line).results())
                .flatMap(source -> dockerfile
                        .lineOf(source.group(1), Integer.parseInt(source.group(2)))
                        .map(line -> Message.of(
                                "line %s of %s is line %s of %s",
                                source.group(2), source.group(1), String.valueOf(line), variant.dockerfile()))
                        .stream())
                .findFirst();
    }
}
