package multistage.build;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import multistage.facts.Message;
import multistage.facts.Variant;

/**
 * Why a build failed, for the one who wrote the Dockerfile: the instruction, what was said, the last lines of the log.
 *
 * @param told one message; its first line names the image and the instruction, or what was said where it was at none
 * @param line the line of the Dockerfile, counted from 1; empty where it can not be told
 */
record BuildFailure(Message told, Optional<Integer> line) {
    /** BuildKit's words for a file to copy that is not there, and Podman's. */
    private static final Pattern NO_SUCH_FILE =
            Pattern.compile("failed to calculate checksum of ref \\S+: \"/?(?<file>[^\"]{1,400})\": not found"
                    + "|copier: stat: \"/?(?<podmans>[^\"]{1,400})\": no such file or directory");

    /** Why there is no image; nothing where there is one. */
    static Optional<BuildFailure> of(Variant variant, Dockerfile dockerfile, BuildEnd end, BuildLog log) {
        Optional<FailedInstruction> failed = end.failedStep().flatMap(step -> FailedInstruction.of(dockerfile, step));
        Optional<Integer> line = failed.flatMap(FailedInstruction::line)
                .or(() -> end.refusal().map(Message::english).flatMap(FailedLine::of))
                .or(() -> end.missingImage().flatMap(image -> FailedLine.naming(image, dockerfile)));
        return missingImage(variant, dockerfile, end)
                .or(() -> end.refusal().map(said -> explain(variant, failed, said, log)))
                .map(told -> new BuildFailure(told, line));
    }

    private static Message explain(
            Variant variant, Optional<FailedInstruction> instruction, Message refusal, BuildLog log) {
        return Message.of(
                "%s does not build: %s\nthe last lines of its log, %s:\n%s",
                variant,
                instruction
                        .map(failed -> place(variant, failed))
                        .map(place -> Message.of("%s\n%s", missingFile(place, refusal.english()), refusal))
                        .orElse(refusal),
                log.file().toString(),
                log.lastLines().stream().map(line -> "  " + line).collect(Collectors.joining("\n")));
    }

    /** Why an image that it needs is not to be had, with what may have been meant instead of an image. */
    private static Optional<Message> missingImage(Variant variant, Dockerfile dockerfile, BuildEnd end) {
        return end.notPulled()
                .map(why -> end.missingImage()
                        .flatMap(image -> MissingStage.explain(variant, dockerfile, image))
                        .map(stage -> Message.of("%s; and as an image, %s", stage, why))
                        .orElse(why));
    }

    /** The place, with what builders mean by a checksum or a state of a file that they cannot have. */
    private static Message missingFile(Message place, String refusal) {
        Matcher missing = NO_SUCH_FILE.matcher(refusal);
        if (!missing.find()) {
            return place;
        }
        String file = missing.group("file") == null ? missing.group("podmans") : missing.group("file");
        return place.english().contains("from=")
                ? Message.of("%s (there is no %s in what it copies from)", place, file)
                : Message.of(
                        "%s (there is no %s in the demo's folder, or its .dockerignore leaves that out)", place, file);
    }

    private static Message place(Variant variant, FailedInstruction failed) {
        return failed.line()
                .map(line -> Message.of("%s, line %s: %s", variant.dockerfile(), String.valueOf(line), failed.text()))
                .orElseGet(() -> Message.of("%s: %s", variant.dockerfile(), failed.text()));
    }
}
