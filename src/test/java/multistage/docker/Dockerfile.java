package multistage.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Amount;
import multistage.facts.Instruction;
import multistage.facts.Message;
import multistage.facts.Sha256;
import multistage.facts.Variant;

/** A Dockerfile, split as BuildKit splits it: its instructions, stages, heredocs, and the images and stages that it names. */
final class Dockerfile {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_SHOWN = 200;
    private static final int DIGEST = 12;

    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#\\s*(?<name>\\w+)\\s*=\\s*(?<value>.*?)\\s*");
    private static final Pattern TAKES_HEREDOC = Pattern.compile("(?i)(?:ONBUILD\\s+)?(?:RUN|COPY|ADD)\\s.*");
    private static final Pattern WORD =
            Pattern.compile("(?:\\\\.|\"(?:\\\\.|[^\"\\\\])*+\"|'[^']*+'|[^\\s\"'\\\\])++|\\S");
    private static final Pattern HEREDOC = Pattern.compile("\\d*<<(?<tabs>-?)(?<end>[^<]+)");
    private static final Pattern FLAGS = Pattern.compile(
            "(?<keyword>\\w+)(?<flags>(?:\\s+--\\S+)*+)(?:\\s+(?<first>\\S+)(?:\\s+(?i:AS)\\s+(?<stage>\\S+))?.*)?");
    private static final Pattern COPIED = Pattern.compile("(?i)(?:\\s--|[=,\"])from=(?<name>[^\\s,\"]+)");
    private static final Pattern SECRET = Pattern.compile(
            "--mount=(?=\\S*\\btype=(?:secret|ssh)\\b)(?!\\S*\\brequired(?!=(?:false|0|f)\\b))\\S+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{(?<braced>\\w+)(?::?(?<sign>[-+])(?<word>[^}]*))?}|(?<plain>\\w+))");
    private static final Pattern PREDEFINED = Pattern.compile("(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)");
    private static final Pattern STEP = Pattern.compile(
            "\\[(?:(?<stage>\\S+) +)?(?<step>\\d{1,6})/(?<of>\\d{1,6})] (?:LINK )?(?<text>.*)"
                    + "|(?:\\[(?<podmansStage>\\d{1,6})/\\d+] )?STEP (?<podmansStep>\\d{1,6})(?:/\\d+)?: (?<podmansText>.*)",
            Pattern.DOTALL);

    private final byte[] bytes;
    private final List<Parsed> parsed;
    private final Map<String, String> arguments = new HashMap<>();

    /** An instruction, the line where its own text ends, and the heredocs behind it. */
    private record Parsed(Instruction instruction, int lastLine, List<Heredoc> heredocs) {}

    /**
     * @param name the end word
     * @param firstLine where its text begins
     * @param lines of text
     */
    private record Heredoc(String name, int firstLine, int lines) {}

    /**
     * Where it names an image or a stage to build from or to copy from.
     *
     * @param written as it stands there
     * @param name with the values of its variables
     * @param base whether it is that of a FROM
     */
    record Reference(Instruction instruction, String written, String name, boolean base) {}

    private Dockerfile(byte[] bytes) {
        this.bytes = bytes;
        this.parsed = new Reader(new String(bytes, StandardCharsets.UTF_8)).parse();
        parsed.stream()
                .map(Parsed::instruction)
                .takeWhile(instruction -> !instruction.keyword().equals("FROM"))
                .filter(instruction -> instruction.keyword().equals("ARG"))
                .forEach(this::declare);
    }

    /**
     * That of a file.
     *
     * @throws BuildRefused when there is no text to build from; says why and what to do
     */
    static Dockerfile read(Path file) {
        String name = file.getFileName().toString();
        requireFile(name, file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BuildRefused(Message.of("%s is longer than %s", name, Amount.bytes(MOST_BYTES)));
            }
            requireText(name, bytes);
            return new Dockerfile(bytes);
        } catch (IOException unreadable) {
            throw new BuildRefused(
                    Message.of("%s cannot be read: %s", name, SafeLine.of(unreadable.toString())), unreadable);
        }
    }

    static Dockerfile of(String text) {
        return new Dockerfile(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As it is sent: as it is, or as {@link #withoutOptionalSecrets} left it. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** Its first instructions, safe to show. */
    List<Instruction> shown() {
        return parsed.stream()
                .limit(MOST_SHOWN)
                .map(Parsed::instruction)
                .map(it -> new Instruction(it.line(), SafeLine.of(it.text()), it.heredoc()))
                .toList();
    }

    boolean hasHeredoc() {
        return parsed.stream().anyMatch(it -> !it.heredocs().isEmpty());
    }

    /**
     * The same without the mounts of secrets and keys that need not be there: as the docker command builds it where it is given
     * none. A build that asks for one asks for a session, which there is none of here.
     */
    Dockerfile withoutOptionalSecrets() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("(?<=\n)", -1);
        for (Parsed run : parsed) {
            if (!run.instruction().keyword().equals("RUN")) {
                continue;
            }
            for (String mount : SECRET.matcher(flags(run.instruction()))
                    .results()
                    .map(MatchResult::group)
                    .toList()) {
                for (int line = run.instruction().line() - 1; line < run.lastLine(); line++) {
                    String without = lines[line].replaceFirst(Pattern.quote(mount), "");
                    if (!without.equals(lines[line])) {
                        lines[line] = without;
                        break;
                    }
                }
            }
        }
        String without = String.join("", lines);
        return without.equals(text) ? this : of(without);
    }

    /** Whether an instruction asks for a secret or a key. */
    static boolean asksForSecret(Instruction instruction) {
        return flags(instruction).matches("(?is).*--mount=\\S*type=(?:secret|ssh)\\b.*");
    }

    /** The names of its stages that begin above a line. */
    List<String> stagesAbove(int line) {
        return parsed.stream()
                .map(Parsed::instruction)
                .filter(instruction -> instruction.line() < line)
                .flatMap(instruction -> stage(instruction).stream())
                .toList();
    }

    List<Reference> references() {
        return parsed.stream()
                .map(Parsed::instruction)
                .flatMap(instruction -> {
                    Matcher flags = FLAGS.matcher(instruction.text());
                    boolean base =
                            instruction.keyword().equals("FROM") && flags.matches() && flags.group("first") != null;
                    return Stream.concat(
                            COPIED.matcher(flags(instruction))
                                    .results()
                                    .map(copied -> new Reference(instruction, copied.group(1), copied.group(1), false)),
                            base
                                    ? Stream.of(new Reference(
                                            instruction, flags.group("first"), valued(flags.group("first")), true))
                                    : Stream.empty());
                })
                .toList();
    }

    /** The first variable of a FROM that has no value there. */
    Optional<String> withoutValue(Instruction from) {
        return VARIABLE.matcher(from.text())
                .results()
                .filter(variable -> value(variable).isEmpty())
                .map(Dockerfile::variable)
                .findFirst();
    }

    /** Whether an ARG above the first FROM declares it. */
    boolean declares(String variable) {
        return arguments.containsKey(variable);
    }

    /** The instruction that a step is, as engines name steps: {@code [builder 4/4] RUN make}, {@code [1/2] STEP 4/4: RUN make}. */
    Optional<Instruction> instruction(String step) {
        Matcher place = STEP.matcher(step);
        if (!place.matches()) {
            return Optional.empty();
        }
        boolean buildKit = place.group("step") != null;
        String text = comparable(place.group(buildKit ? "text" : "podmansText"));
        List<Instruction> stage = buildKit
                ? stage(place.group("stage"))
                : stage(Integer.parseInt(
                                Optional.ofNullable(place.group("podmansStage")).orElse("1"))
                        - 1);
        List<Instruction> same =
                stage.stream().filter(it -> isSame(comparable(it.text()), text)).toList();
        if (same.size() == 1) {
            return Optional.of(same.get(0));
        }
        // of several of one wording, or one that is shown with the values of its variables, the place decides
        List<Instruction> steps =
                buildKit ? stage.stream().filter(Dockerfile::isStep).toList() : stage;
        int at = buildKit
                ? steps.size() - 1 - Integer.parseInt(place.group("of")) + Integer.parseInt(place.group("step"))
                : Integer.parseInt(place.group("podmansStep")) - 1;
        return Optional.of(at)
                .filter(index -> index >= 0 && index < steps.size())
                .map(steps::get)
                .filter(it -> text.startsWith(it.keyword()));
    }

    Optional<Instruction> at(int line) {
        return parsed.stream()
                .map(Parsed::instruction)
                .filter(it -> it.line() <= line)
                .reduce((one, later) -> later);
    }

    /** The line at which a line of a file stands here, if the file comes from one heredoc of a COPY. */
    Optional<Integer> lineOf(String file, int line) {
        List<Heredoc> from = parsed.stream()
                .filter(it -> it.instruction().keyword().equals("COPY"))
                .flatMap(copy -> copy.heredocs().stream()
                        .filter(heredoc -> file.equals(lastPart(destination(copy.instruction(), heredoc)))))
                .toList();
        return from.size() == 1 && line >= 1 && line <= from.get(0).lines()
                ? Optional.of(from.get(0).firstLine() + line - 1)
                : Optional.empty();
    }

    private static String destination(Instruction copy, Heredoc heredoc) {
        List<String> words = words(copy.text());
        String destination = unquoted(words.get(words.size() - 1));
        return destination.endsWith("/") || destination.equals(".") ? heredoc.name() : destination;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<String> stage(Instruction instruction) {
        Matcher from = FLAGS.matcher(instruction.text());
        return instruction.keyword().equals("FROM") && from.matches()
                ? Optional.ofNullable(from.group("stage"))
                : Optional.empty();
    }

    /** The stage that BuildKit calls so: by its name, by its number, or not at all where there is but one. */
    private List<Instruction> stage(String name) {
        List<List<Instruction>> stages = stages();
        Predicate<List<Instruction>> named = stage ->
                stage(stage.get(0)).filter(it -> it.equalsIgnoreCase(name)).isPresent();
        return stages.stream().filter(named).reduce((one, later) -> later).orElseGet(() -> {
            boolean numbered = name != null && name.matches("stage-\\d{1,6}");
            return stage(numbered ? Integer.parseInt(name.substring("stage-".length())) : stages.size() - 1);
        });
    }

    private List<Instruction> stage(int number) {
        List<List<Instruction>> stages = stages();
        return number >= 0 && number < stages.size() ? stages.get(number) : List.of();
    }

    private List<List<Instruction>> stages() {
        List<List<Instruction>> stages = new ArrayList<>();
        for (Parsed each : parsed) {
            if (each.instruction().keyword().equals("FROM")) {
                stages.add(new ArrayList<>());
            }
            if (!stages.isEmpty()) {
                stages.get(stages.size() - 1).add(each.instruction());
            }
        }
        return stages;
    }

    private static boolean isStep(Instruction instruction) {
        return List.of("RUN", "COPY", "ADD", "WORKDIR").contains(instruction.keyword());
    }

    /** BuildKit drops some quotes and backslashes, and shows the first words of a heredoc behind its instruction. */
    private static boolean isSame(String instruction, String text) {
        return text.equals(instruction) || instruction.contains("<<") && text.startsWith(instruction + " (");
    }

    private static String comparable(String instruction) {
        String[] words = instruction.strip().split("\\s+", 2);
        words[0] = words[0].toUpperCase(Locale.ROOT);
        return String.join(" ", words).replaceAll("[\"'\\\\]", "").replaceAll("\\s+", " ");
    }

    private static String flags(Instruction instruction) {
        Matcher flags = FLAGS.matcher(instruction.text());
        return flags.matches() ? flags.group("flags") : "";
    }

    private void declare(Instruction arg) {
        words(arg.text()).stream()
                .skip(1)
                .map(word -> word.split("=", 2))
                .forEach(nameAndValue -> arguments.put(
                        nameAndValue[0], nameAndValue.length == 1 ? "" : valued(unquoted(nameAndValue[1]))));
    }

    private String valued(String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(value(variable)));
    }

    private String value(MatchResult variable) {
        String name = variable(variable);
        String value = PREDEFINED.matcher(name).matches() ? name : arguments.getOrDefault(name, "");
        String word = variable.group(3);
        boolean alternative = "+".equals(variable.group(2));
        return word == null || value.isEmpty() == alternative ? value : word;
    }

    private static String variable(MatchResult variable) {
        return variable.group(1) == null ? variable.group(4) : variable.group(1);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String unquoted(String word) {
        return word.replaceAll("[\"']", "").replaceAll("\\\\(.)", "$1");
    }

    private static void requireFile(String name, Path file) {
        Path folder = file.getParent();
        if (Files.isSymbolicLink(folder)) {
            // a student's, of a class: where it leads nobody is to look
            throw new BuildRefused(Message.of(
                    "the folder %s is a link: put the folder itself there",
                    SafeLine.of(folder.getFileName().toString())));
        }
        if (leadsOut(file)) {
            throw new BuildRefused(
                    Message.of("%s is a link that leads out of the demo's folder: put the file itself there", name));
        }
        if (!Files.isRegularFile(file)) {
            throw new BuildRefused(Message.of(
                    "%s; the lesson calls both of its files %s, so that one overwrites the other: here the naive image's is called"
                            + " %s",
                    missing(name, folder), Variant.MULTI.dockerfile(), Variant.NAIVE.dockerfile()));
        }
    }

    private static boolean leadsOut(Path file) {
        try {
            return Files.isSymbolicLink(file)
                    && !file.toRealPath().startsWith(file.getParent().toRealPath());
        } catch (IOException nowhere) {
            return false;
        }
    }

    private static void requireText(String name, byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (mark == 0xfeff || mark == 0xfffe) {
            throw new BuildRefused(Message.of(
                    "%s is text in UTF-16, and must be in UTF-8: choose that where your editor saves it", name));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new BuildRefused(Message.of(
                    "%s is no text: it must be a plain text file, as an editor for programs writes it", name));
        }
        if (text.replace("\uFEFF", "").isBlank()) {
            throw new BuildRefused(Message.of("%s is empty", name));
        }
    }

    /** With what the folder holds, since the name may be a little off. */
    private static Message missing(String name, Path folder) {
        String shown = SafeLine.of(folder.getFileName().toString());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.isEmpty()
                    ? Message.of("there is no %s in %s, which is empty", name, shown)
                    : Message.of("there is no %s in %s, which holds %s", name, shown, SafeLine.names(names));
        } catch (IOException noFolder) {
            return Message.of("there is no %s in %s", name, shown);
        }
    }

    /** Goes through a Dockerfile's lines. */
    private static final class Reader {
        private final Deque<String> rest;
        private final int lines;
        private final Pattern continued;

        Reader(String text) {
            rest = new ArrayDeque<>(List.of(text.replaceFirst("^\uFEFF", "").split("\\r?\\n", -1)));
            lines = rest.size();
            String escape = Pattern.quote(rest.stream()
                    .map(DIRECTIVE::matcher)
                    .takeWhile(Matcher::matches)
                    .filter(directive -> directive.group("name").equalsIgnoreCase("escape"))
                    .map(directive -> directive.group("value"))
                    .findFirst()
                    .orElse("\\"));
            continued = Pattern.compile("(?<!" + escape + ")" + escape + "[ \\t]*$");
        }

        List<Parsed> parse() {
            List<Parsed> parsed = new ArrayList<>();
            while (!rest.isEmpty()) {
                int line = line() + 1;
                String text = instruction().strip();
                if (!text.isEmpty()) {
                    int lastLine = line();
                    StringBuilder content = new StringBuilder();
                    List<Heredoc> heredocs =
                            TAKES_HEREDOC.matcher(text).matches() ? heredocs(text, content) : List.of();
                    Optional<String> digest = Optional.of(content)
                            .filter(it -> !heredocs.isEmpty())
                            .map(it ->
                                    Sha256.of(it.substring(0, it.length() - 1)).substring(0, DIGEST));
                    parsed.add(new Parsed(new Instruction(line, text, digest), lastLine, heredocs));
                }
            }
            return parsed;
        }

        /** That of the line read last, counted from 1. */
        private int line() {
            return lines - rest.size();
        }

        /** Joins a line with those that continue it; comments and empty lines among them do not count. */
        private String instruction() {
            String line = rest.remove();
            if (isComment(line)) {
                return "";
            }
            StringBuilder joined = new StringBuilder();
            Matcher begun = continued.matcher(line);
            while (begun.find()) {
                joined.append(line, 0, begun.start());
                do {
                    line = rest.isEmpty() ? "" : rest.remove();
                } while (!rest.isEmpty() && (line.isBlank() || isComment(line)));
                begun = continued.matcher(isComment(line) ? "" : line);
            }
            return joined + (isComment(line) ? "" : line);
        }

        /** Takes the lines of the heredocs that an instruction announces: words of their own, not within quotes. */
        private List<Heredoc> heredocs(String instruction, StringBuilder content) {
            List<Heredoc> heredocs = new ArrayList<>();
            for (String word : words(instruction)) {
                Matcher heredoc = HEREDOC.matcher(word);
                if (!heredoc.matches()) {
                    continue;
                }
                String end = unquoted(heredoc.group("end"));
                boolean tabs = !heredoc.group("tabs").isEmpty();
                int first = line() + 1;
                boolean ended = false;
                while (!ended && !rest.isEmpty()) {
                    String line = rest.remove();
                    content.append(line).append('\n');
                    ended = (tabs ? line.replaceFirst("^\\t+", "") : line).equals(end);
                }
                heredocs.add(new Heredoc(end, first, line() - first + (ended ? 0 : 1)));
            }
            return heredocs;
        }

        private static boolean isComment(String line) {
            return line.stripLeading().startsWith("#");
        }
    }
}
