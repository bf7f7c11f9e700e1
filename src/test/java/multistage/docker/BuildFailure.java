package multistage.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    private static final int LONGEST_INSTRUCTION = 300;

    /** BuildKit's words for a file to copy that is not there, and Podman's. */
    private static final Pattern NO_SUCH_FILE =
            Pattern.compile("failed to calculate checksum of ref \\S+: \"/?(?<file>[^\"]{1,400})\": not found"
                    + "|copier: stat: \"/?(?<podmans>[^\"]{1,400})\": no such file or directory");

    private static final Pattern PARSE_ERROR = Pattern.compile(
            "(?:failed to solve[^:]{0,100}: )*+dockerfile parse error (?:on )?line (?<line>\\d{1,6}): ");

    /** What an error without a line names, as it stands in the Dockerfile or with the values of its variables. */
    private static final Pattern NAMED = Pattern.compile(
            "failed to parse stage name \"(?<stage>[^\"]*)\""
                    + "|base name \\((?<base>.*)\\) should not be blank|invalid stage index (?<index>\\d+)"
                    + "|platform value from expression (?<platform>\\S+)|circular dependency detected on stage: (?<circle>\\S+)");

    private static final Pattern BARE_NAME = Pattern.compile("[\\w-]+");

    /** Images that are copied from without a tag; any other name without one is meant as a stage's. */
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "alpine|busybox|debian|ubuntu|golang|nginx|httpd|node|python|redis|docker|hello-world|scratch");

    private static final Pattern DISK_FULL =
            Pattern.compile("no space left on device|disk quota exceeded", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCE_LINE =
            Pattern.compile("(?:^|[\\s/(\"'])(?<file>[\\w-][\\w.-]*\\.\\w+):(?<line>\\d{1,6})\\b");
    private static final Pattern COMMAND_FAILED = Pattern.compile("exit (?:code:|status) \\d+");

    /** That of a build for which an image is not to be had, or a stage which it takes for one. */
    static BuildFailure ofMissing(String image, Pull.Failure notPulled, Variant variant, Dockerfile dockerfile) {
        Optional<Reference> reference = dockerfile.references().stream()
                .filter(it -> ImageName.areSame(it.name(), image))
                .findFirst();
        Optional<Message> noStage = reference.flatMap(it -> noStage(it, variant, dockerfile));
        Message why = noStage.orElse(notPulled.why());
        return new BuildFailure(
                reference
                        .filter(it -> noStage.isPresent() || !notPulled.outside())
                        .map(it ->
                                Message.of("%s does not build: %s\n%s", variant, place(variant, it.instruction()), why))
                        .orElse(why),
                reference.map(it -> it.instruction().line()),
                noStage.isEmpty() && notPulled.outside());
    }

    /** That of a build that was refused, or failed at some step. */
    static BuildFailure of(Message refusal, Variant variant, Dockerfile dockerfile, BuildLog log, Path file) {
        String words = refusal.english();
        Optional<Reference> named = named(words, dockerfile);
        Optional<Instruction> failed = log.failedStep()
                .flatMap(dockerfile::instruction)
                .or(() -> named.map(Reference::instruction))
                .or(() -> parseError(words).flatMap(dockerfile::at));
        Optional<Message> place = failed.map(it -> place(variant, it))
                .or(() -> log.failedStep().map(step -> Message.of("%s: %s", variant.dockerfile(), shown(step))))
                .map(it -> withMissingFile(it, words));
        List<String> printed = log.lastLines().stream()
                .filter(line -> !line.matches("# \\S+")) // the go command names the package first
                .toList();
        boolean diskFull = Stream.concat(Stream.of(words), printed.stream())
                .anyMatch(line -> DISK_FULL.matcher(line).find());
        List<Message> lines = new ArrayList<>();
        if (diskFull) {
            lines.add(Message.of("%s cannot be built: %s", variant, Message.of("the engine's disk is full")));
            place.ifPresent(lines::add);
        } else {
            lines.add(Message.of("%s does not build: %s", variant, place.orElse(refusal)));
        }
        named.flatMap(it -> noStage(it, variant, dockerfile).or(() -> withoutValue(it, dockerfile)))
                .ifPresent(lines::add);
        failed.filter(it -> Dockerfile.asksForSecret(it)
                        && !COMMAND_FAILED.matcher(words).find())
                .map(it -> Message.of("builds here are given no secret and no SSH key, and this line requires one"))
                .ifPresent(lines::add);
        printed.forEach(line -> lines.add(Message.verbatim("  " + line)));
        inHeredoc(printed, variant, dockerfile).ifPresent(lines::add);
        place.map(it -> refusal).ifPresent(lines::add);
        lines.add(Message.of("its whole log: %s", file.toString()));
        return new BuildFailure(Message.joined("\n", lines), failed.map(Instruction::line), diskFull);
    }

    private static Message place(Variant variant, Instruction instruction) {
        return Message.of(
                "%s, line %s: %s", variant.dockerfile(), String.valueOf(instruction.line()), shown(instruction.text()));
    }

    private static String shown(String instruction) {
        return Cut.within(SafeLine.of(instruction).replaceAll(" +", " "), LONGEST_INSTRUCTION);
    }

    private static Message withMissingFile(Message place, String words) {
        Matcher missing = NO_SUCH_FILE.matcher(words);
        if (!missing.find()) {
            return place;
        }
        String file = missing.group("file") == null ? missing.group("podmans") : missing.group("file");
        return place.english().contains("from=")
                ? Message.of("%s (there is no %s in what it copies from)", place, file)
                : Message.of(
                        "%s (there is no %s in the demo's folder, or its .dockerignore leaves that out)", place, file);
    }

    private static Optional<Integer> parseError(String words) {
        return Optional.of(PARSE_ERROR.matcher(words))
                .filter(Matcher::lookingAt)
                .map(error -> Integer.valueOf(error.group("line")));
    }

    /** What an error is about that names no line: the first that names the same. */
    private static Optional<Reference> named(String words, Dockerfile dockerfile) {
        Matcher error = NAMED.matcher(words);
        if (!error.lookingAt()) {
            return Optional.empty();
        }
        if (error.group("circle") != null) {
            return dockerfile.references().stream()
                    .filter(it -> !it.base() && isStageBelow(it, dockerfile))
                    .findFirst();
        }
        String name = IntStream.rangeClosed(1, error.groupCount())
                .mapToObj(error::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return dockerfile.references().stream()
                .filter(it -> it.name().equalsIgnoreCase(name)
                        || it.written().equals(name)
                        || error.group("platform") != null
                                && it.instruction().text().contains(name))
                .findFirst();
    }

    /** That what is copied from is no stage, where it is meant as one. */
    private static Optional<Message> noStage(Reference copied, Variant variant, Dockerfile dockerfile) {
        boolean meant = !copied.base()
                && BARE_NAME.matcher(copied.name()).matches()
                && !WELL_KNOWN.matcher(copied.name()).matches();
        if (!meant) {
            return Optional.empty();
        }
        String name = SafeLine.names(List.of(copied.name()));
        if (isStageBelow(copied, dockerfile)) {
            return Optional.of(
                    Message.of("the stage %s begins below this line, which can only copy from one above it", name));
        }
        List<String> stages = dockerfile.stagesAbove(Integer.MAX_VALUE);
        return Optional.of(
                stages.isEmpty()
                        ? Message.of("%s is no stage of %s, which names none", name, variant.dockerfile())
                        : Message.of(
                                "%s is no stage of %s, which names %s",
                                name, variant.dockerfile(), SafeLine.names(stages)));
    }

    private static boolean isStageBelow(Reference copied, Dockerfile dockerfile) {
        return dockerfile.stagesAbove(Integer.MAX_VALUE).stream().anyMatch(copied.name()::equalsIgnoreCase)
                && dockerfile.stagesAbove(copied.instruction().line()).stream()
                        .noneMatch(copied.name()::equalsIgnoreCase);
    }

    private static Optional<Message> withoutValue(Reference from, Dockerfile dockerfile) {
        return dockerfile
                .withoutValue(from.instruction())
                .map(variable -> Message.of(
                        dockerfile.declares(variable)
                                ? "the ARG %s has no value there: give it one, as ARG %s=…, above the first FROM"
                                : "%s has no value there, since no ARG above the first FROM declares it: ARG %s=…",
                        variable,
                        variable));
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
