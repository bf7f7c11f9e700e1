package multistage.build;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Cut;

/** Which image it was that an engine could not find, by what it says of a failed build. */
final class UnresolvedImage {
    private static final int MOST_TEXT = 16_000;

    // A command that failed may have any wording in its text.
    private static final Pattern COMMAND_FAILED = Pattern.compile(
            "did not complete successfully: exit code: \\d+|returned a non-zero code: \\d+|exit status \\d+\\s*$");

    private static final List<Pattern> WORDINGS = List.of(
            // BuildKit, for FROM, COPY --from, RUN --mount and "# syntax=" alike
            Pattern.compile("failed to resolve source metadata for (?<image>\\S{1,400})"),
            // Podman
            Pattern.compile("short-name \"(?<image>[^\"\\s]+)\" did not resolve"),
            Pattern.compile("initializing source docker://(?<image>\\S{1,400})"),
            Pattern.compile("from=(?<image>\\S{1,400}): no stage or image found with that name"),
            Pattern.compile("(?<!\\S)(?<image>\\S{1,400}): image not known"),
            // the classic builder
            Pattern.compile("invalid from flag value (?<image>\\S{1,400}): "),
            Pattern.compile("manifest for (?<image>\\S{1,400}) not found"),
            Pattern.compile("failed to resolve reference \"(?<image>[^\"\\s]+)\""),
            Pattern.compile("pull access denied for (?<image>[^\\s,]+)"),
            Pattern.compile("repository (?<image>\\S{1,400}) not found"),
            Pattern.compile("[Nn]o such image: (?<image>\\S{1,400})"));

    // Neither builder always says which image; but what else could go wrong with a FROM?
    private static final Pattern FROM =
            Pattern.compile("(?:\\[\\d+/\\d+] )?(?:STEP|Step) [\\d/]+ ?: (?i:FROM)\\s+(?:--\\S+\\s+)*(?<image>\\S+).*");

    private UnresolvedImage() {}

    /** The image as one would pull it, if this error is about one. */
    static Optional<String> in(String error) {
        return in(error, Optional.empty());
    }

    /** The same with the failed step at hand: the image of a FROM has the tag that not every error names. */
    static Optional<String> in(String error, Optional<String> step) {
        String text = Cut.at(error, MOST_TEXT);
        if (COMMAND_FAILED.matcher(error).find()) {
            return Optional.empty();
        }
        return step.flatMap(UnresolvedImage::from).or(() -> named(text));
    }

    private static Optional<String> from(String step) {
        Matcher from = FROM.matcher(step);
        return from.matches() ? ImageName.familiar(from.group("image")) : Optional.empty();
    }

    private static Optional<String> named(String text) {
        return WORDINGS.stream()
                .map(wording -> wording.matcher(text))
                .flatMap(matcher -> nearest(matcher).stream())
                .findFirst();
    }

    /** Podman tries a short name at one registry after the other: the name on Docker Hub is the one that was meant. */
    private static Optional<String> nearest(Matcher matcher) {
        List<String> tried = matcher.results()
                .map(found -> found.group(1).replaceAll("[:,.]+$", ""))
                .flatMap(image -> ImageName.familiar(image).stream())
                .toList();
        return tried.stream()
                .filter(image -> !ImageName.namesRegistry(image))
                .findFirst()
                .or(() -> tried.stream().findFirst());
    }
}
