package multistage.build;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Instruction;

/** The line of a Dockerfile for which its build failed before it was at any step. */
final class FailedLine {
    /** BuildKit's words and the classic builder's, {@code dockerfile parse error on line 29: …}; never a command's. */
    private static final Pattern PARSE_ERROR = Pattern.compile(
            "(?:failed to solve[^:]{0,100}: )*+dockerfile parse error (?:on )?line (?<line>\\d{1,6}): ");

    private FailedLine() {}

    /** The line that is no instruction, as the engine says when it refuses a Dockerfile. */
    static Optional<Integer> of(String refusal) {
        Matcher error = PARSE_ERROR.matcher(refusal);
        return error.lookingAt() ? Optional.of(Integer.valueOf(error.group("line"))) : Optional.empty();
    }

    /** That of the first instruction which names the image that is not to be had; none where a variable names it. */
    static Optional<Integer> naming(String image, Dockerfile dockerfile) {
        Optional<String> missing = ImageName.tagged(image);
        return dockerfile.instructions().stream()
                .filter(instruction -> missing.isPresent()
                        && NamedImages.in(instruction).map(ImageName::tagged).anyMatch(missing::equals))
                .findFirst()
                .map(Instruction::line);
    }
}
