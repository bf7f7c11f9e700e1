package multistage.build;

import java.util.Optional;
import java.util.stream.Collectors;
import multistage.facts.Variant;

/** Why a build failed, for the one who wrote the Dockerfile: the instruction, what was said, the last lines of the log. */
final class BuildFailure {
    private BuildFailure() {}

    /** One message; its first line names the image and the instruction, or what was said where it was at none. */
    static String explain(Variant variant, Optional<FailedInstruction> instruction, String refusal, BuildLog log) {
        return variant + " does not build: "
                + instruction
                        .map(failed -> place(variant, failed) + "\n" + refusal)
                        .orElse(refusal)
                + "\nthe last lines of its log, " + log.file() + ":\n"
                + log.lastLines().stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    private static String place(Variant variant, FailedInstruction failed) {
        return variant.dockerfile()
                + failed.line().map(line -> ", line " + line).orElse("") + ": " + failed.text();
    }
}
