package multistage.build;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Instruction;

/**
 * The instruction of the Dockerfile that a failed step is.
 *
 * @param text the instruction, on one line
 * @param line where it begins, counted from 1; empty where its text stands in the file more than once, or not at all
 */
record FailedInstruction(String text, Optional<Integer> line) {
    private static final Pattern PLACE =
            Pattern.compile("(?:\\[[^\\[\\]]{0,300}\\d+/\\d+] )?(?:(?:STEP|Step) \\d+(?:/\\d+)? ?: )?(?:LINK )?");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{[^}]*}|\\w+)");

    /** The instruction that this step is; none for a step that stands in no Dockerfile. */
    static Optional<FailedInstruction> of(Dockerfile dockerfile, String step) {
        Matcher place = PLACE.matcher(step);
        if (!place.lookingAt() || place.end() == 0) {
            return Optional.empty();
        }
        String text = step.substring(place.end());
        return Optional.of(new FailedInstruction(LogLines.clean(text), line(dockerfile, comparable(text))));
    }

    private static Optional<Integer> line(Dockerfile dockerfile, String text) {
        List<Instruction> all = dockerfile.instructions();
        List<Integer> same = lines(all, it -> isSame(comparable(it.text()), text));
        List<Integer> alike = same.isEmpty() ? lines(all, it -> isAlike(comparable(it.text()), text)) : same;
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static List<Integer> lines(List<Instruction> all, Predicate<Instruction> which) {
        return all.stream().filter(which).map(Instruction::line).toList();
    }

    /** BuildKit drops some quotes and backslashes, and shows the first words of a heredoc behind its instruction. */
    private static boolean isSame(String instruction, String text) {
        return text.equals(instruction) || instruction.contains("<<") && text.startsWith(instruction + " (");
    }

    /** BuildKit shows variables by their values. */
    private static boolean isAlike(String instruction, String text) {
        String[] pieces = VARIABLE.split(instruction, -1);
        int at = pieces[0].length();
        if (pieces.length == 1 || !text.startsWith(pieces[0])) {
            return false;
        }
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = text.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        String last = pieces[pieces.length - 1];
        return text.length() >= at + last.length() && text.endsWith(last);
    }

    private static String comparable(String instruction) {
        String[] words = instruction.strip().split("\\s+", 2);
        words[0] = words[0].toUpperCase(Locale.ROOT);
        return String.join(" ", words).replaceAll("[\"'\\\\]", "").replaceAll("\\s+", " ");
    }
}
