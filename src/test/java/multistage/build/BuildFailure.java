package multistage.build;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import multistage.facts.Variant;

/** Why a build failed, for the one who wrote the Dockerfile: the instruction, what was said, the last lines of the log. */
final class BuildFailure {
    /** BuildKit's words for a file to copy that is not there, and Podman's. */
    private static final Pattern NO_SUCH_FILE =
            Pattern.compile("failed to calculate checksum of ref \\S+: \"/?(?<file>[^\"]{1,400})\": not found"
                    + "|copier: stat: \"/?(?<podmans>[^\"]{1,400})\": no such file or directory");

    private BuildFailure() {}

    /** One message; its first line names the image and the instruction, or what was said where it was at none. */
    static String explain(Variant variant, Optional<FailedInstruction> instruction, String refusal, BuildLog log) {
        return variant + " does not build: "
                + instruction
                        .map(failed -> place(variant, failed))
                        .map(place -> place + missingFile(place, refusal) + "\n" + refusal)
                        .orElse(refusal)
                + "\nthe last lines of its log, " + log.file() + ":\n"
                + log.lastLines().stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    /** Why an image that it needs is not to be had, with what may have been meant instead of an image. */
    static String missingImage(Variant variant, String dockerfile, String image, String why) {
        return MissingStage.explain(variant, dockerfile, image).orElse("") + why;
    }

    /** What builders mean by a checksum or a state of a file that they cannot have. */
    private static String missingFile(String place, String refusal) {
        Matcher missing = NO_SUCH_FILE.matcher(refusal);
        if (!missing.find()) {
            return "";
        }
        String file = missing.group("file") == null ? missing.group("podmans") : missing.group("file");
        return " (there is no " + file
                + (place.contains("from=")
                        ? " in what it copies from)"
                        : " in the demo's folder, or its .dockerignore leaves that out)");
    }

    private static String place(Variant variant, FailedInstruction failed) {
        return variant.dockerfile()
                + failed.line().map(line -> ", line " + line).orElse("") + ": " + failed.text();
    }
}
