package multistage.build;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Message;
import multistage.facts.Variant;

/** A stage that is copied from and that no FROM names: a builder takes its name for an image's, and looks for that. */
final class MissingStage {
    private static final Pattern STAGE = Pattern.compile("(?i)FROM\\s.*\\sAS\\s+(?<name>\\S+)");
    private static final Pattern NAME = Pattern.compile("(?<name>[a-z0-9_-]+)(?::latest)?");

    private MissingStage() {}

    /** What to say ahead of that image's not being had; nothing where it was meant as one, for all that is known. */
    static Optional<Message> explain(Variant variant, Dockerfile dockerfile, String image) {
        Matcher name = NAME.matcher(image);
        if (!name.matches() || !isCopiedFrom(name.group("name"), dockerfile)) {
            return Optional.empty();
        }
        List<String> stages = dockerfile.instructions().stream()
                .map(instruction -> STAGE.matcher(instruction.text()))
                .filter(Matcher::matches)
                .map(stage -> stage.group("name"))
                .toList();
        String missing = Names.shown(List.of(name.group("name")));
        return Optional.of(
                stages.isEmpty()
                        ? Message.of("%s is no stage of %s, which names none", missing, variant.dockerfile())
                        : Message.of(
                                "%s is no stage of %s, which names %s",
                                missing, variant.dockerfile(), Names.shown(stages)));
    }

    private static boolean isCopiedFrom(String name, Dockerfile dockerfile) {
        return dockerfile.instructions().stream()
                .anyMatch(instruction ->
                        NamedImages.copiedFrom(instruction).stream().anyMatch(name::equalsIgnoreCase));
    }
}
