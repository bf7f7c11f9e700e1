package multistage.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import multistage.facts.Variant;

/** Why a build failed, for the one who wrote the Dockerfile: the instruction, what was said, the last lines of the log. */
final class BuildFailure {
    private static final int DOCKERFILE_LIMIT = 1_000_000;

    private BuildFailure() {}

    /** One message; its first line names the image and the instruction, or what was said where it was at none. */
    static String explain(Variant variant, Path dockerfile, Optional<FailedStep> step, String refusal, BuildLog log) {
        return variant + " does not build: "
                + place(variant, dockerfile, step)
                        .map(place -> place + "\n" + refusal)
                        .orElse(refusal)
                + "\nthe last lines of its log, " + log.file() + ":\n"
                + log.lastLines().stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    private static Optional<String> place(Variant variant, Path dockerfile, Optional<FailedStep> step) {
        return step.flatMap(failed -> FailedInstruction.of(text(dockerfile), failed.name()))
                .map(instruction -> variant.dockerfile()
                        + (instruction.line().isPresent()
                                ? ", line " + instruction.line().getAsInt()
                                : "") + ": "
                        + instruction.text());
    }

    private static String text(Path dockerfile) {
        try (var file = Files.newInputStream(dockerfile)) {
            return new String(file.readNBytes(DOCKERFILE_LIMIT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
