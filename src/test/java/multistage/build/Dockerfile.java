package multistage.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Instruction;
import multistage.facts.Sha256;

/**
 * What a Dockerfile says, split the way BuildKit does it.
 *
 * @param instructions all of them, in their order, as they are: not yet safe to show
 */
record Dockerfile(List<Instruction> instructions) {
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#\\s*(?<name>\\w+)\\s*=\\s*(?<value>.*?)\\s*");
    private static final Pattern HEREDOC = Pattern.compile("(?:^|\\s)\\d*<<(?<tabs>-?)[\"']?(?<end>[^\\s\"'<>|&;()]+)");
    private static final Pattern WITH_HEREDOC = Pattern.compile("(?i)\\s*(?:ONBUILD\\s+)?(?:RUN|COPY|ADD)\\s.*");

    /** More are not shown: whoever wrote them wants to be a nuisance. */
    private static final int SHOWN = 200;

    /** Enough to tell one text from another. */
    private static final int DIGEST = 12;

    Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /** Its first instructions, in a form that is safe to show. */
    List<Instruction> shown() {
        return instructions.stream()
                .limit(SHOWN)
                .map(instruction ->
                        new Instruction(instruction.line(), LogLines.clean(instruction.text()), instruction.heredoc()))
                .toList();
    }

    static Dockerfile of(String text) {
        List<Instruction> instructions = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(List.of(text.split("\\r?\\n", -1)));
        int lines = rest.size();
        Pattern continued = continued(rest);
        while (!rest.isEmpty()) {
            int line = lines - rest.size() + 1;
            String instruction = instruction(rest, continued);
            if (!instruction.isBlank()) {
                instructions.add(new Instruction(line, instruction.strip(), heredocs(instruction, rest)));
            }
        }
        return new Dockerfile(instructions);
    }

    /** Joins a line with those that continue it; comments and empty lines among them do not count. */
    private static String instruction(Deque<String> rest, Pattern continued) {
        StringBuilder joined = new StringBuilder();
        String line = rest.remove();
        if (isComment(line)) {
            return "";
        }
        Optional<String> begun = begun(line, continued);
        while (begun.isPresent() && !rest.isEmpty()) {
            joined.append(begun.get());
            do {
                line = rest.remove();
            } while (!rest.isEmpty() && (line.isBlank() || isComment(line)));
            begun = begun(line, continued);
        }
        return joined + (line.isBlank() || isComment(line) ? "" : begun.orElse(line));
    }

    private static Optional<String> begun(String line, Pattern continued) {
        Matcher matcher = continued.matcher(line);
        return matcher.find() ? Optional.of(line.substring(0, matcher.start())) : Optional.empty();
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    /** Takes the lines of the instruction's heredocs, if it has any; gives their digest. */
    private static Optional<String> heredocs(String instruction, Deque<String> rest) {
        if (!WITH_HEREDOC.matcher(instruction).matches()) {
            return Optional.empty();
        }
        Matcher heredoc = HEREDOC.matcher(instruction);
        List<String> lines = new ArrayList<>();
        while (heredoc.find()) {
            boolean tabs = !heredoc.group("tabs").isEmpty();
            while (!rest.isEmpty()) {
                String line = rest.remove();
                lines.add(line);
                if ((tabs ? line.replaceFirst("^\\t+", "") : line).equals(heredoc.group("end"))) {
                    break;
                }
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Sha256.of(String.join("\n", lines)).substring(0, DIGEST));
    }

    /** How a line ends that goes on in the next: with a backslash, unless "# escape=" says otherwise. */
    private static Pattern continued(Iterable<String> lines) {
        String escape = "\\";
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line);
            if (!directive.matches()) {
                break;
            }
            if (directive.group("name").equalsIgnoreCase("escape")) {
                escape = directive.group("value");
            }
        }
        String quoted = Pattern.quote(escape);
        return Pattern.compile("(?<!" + quoted + ")" + quoted + "[ \\t]*$");
    }
}
