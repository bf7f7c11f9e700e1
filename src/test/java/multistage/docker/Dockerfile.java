package multistage.docker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Instruction;
import multistage.facts.Message;
import multistage.facts.Sha256;
import multistage.facts.Variant;

/** A Dockerfile, split as BuildKit splits it: its instructions, stages, heredocs, and the images and stages that it names. */
final class Dockerfile {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_SHOWN = 200;
    private static final int DIGEST = 12;

    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#\\s*(?<name>\\w+)\\s*=\\s*(?<value>\\S+)\\s*");
    private static final Pattern PARTS = Pattern.compile(
            "(?<keyword>\\S+)(?<flags>(?:\\s+--\\S+)*+)\\s*(?<first>\\S*)(?:\\s+(?i:AS)\\s+(?<stage>\\S+))?.*",
            Pattern.DOTALL);
    private static final Pattern COPIED = Pattern.compile("(?i)(?:\\s--|[=,\"])from=([^\\s,\"]+)");
    private static final String SECRET = "(?i)(?<!\\S)--mount=(?=\\S{0,500}\\btype=(?:secret|ssh)\\b)";
    private static final Pattern ANY_SECRET = Pattern.compile(SECRET);
    private static final Pattern OPTIONAL_SECRET =
            Pattern.compile(SECRET + "(?!\\S{0,500}\\brequired(?!=(?:false|0|f)\\b))\\S+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)(:?[-+][^}]*)?}?");
    private static final Pattern PREDEFINED = Pattern.compile("(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)");
    private static final Pattern STEP = Pattern.compile(
            "(?:\\[(?:(?<stage>\\S+) +)?\\d+/\\d+] )?(?:STEP \\d+(?:/\\d+)?: )?(?:LINK )?(?<text>.*)", Pattern.DOTALL);
    private static final Pattern TAKES_HEREDOC = Pattern.compile("(?i)(?:ONBUILD\\s+)?(?:RUN|COPY|ADD)\\s.*");
    private static final Pattern HEREDOC = Pattern.compile("\\d*<<(?<tabs>-?)(?<end>[^<]+)");
    private static final Pattern WORD =
            Pattern.compile("(?:\\\\.|\"(?:\\\\.|[^\"\\\\])*+\"|'[^']*+'|[^\\s\"'\\\\])++|\\S");

    private final byte[] bytes;
    private final List<Parsed> parsed;

    /** An instruction, the line where its own text ends, the stage that it is in as BuildKit calls it, and the heredocs behind it. */
    private record Parsed(Instruction instruction, int lastLine, String stage, List<Heredoc> heredocs) {}

    private record Heredoc(String endWord, int firstLine, int lines) {}

    /** Where an image or a stage is named, to build from or to copy from. */
    record Reference(Instruction instruction, String name) {
        boolean isBase() {
            return instruction.keyword().equals("FROM");
        }

        /** Whether it may be that, with the values of its variables. */
        boolean isOf(String image) {
            return isAlike(ImageName.untagged(name), ImageName.untagged(image));
        }
    }

    private Dockerfile(byte[] bytes) {
        this.bytes = bytes;
        this.parsed = new Reader(new String(bytes, StandardCharsets.UTF_8)).parse();
    }

    /**
     * That of a file.
     *
     * @throws BuildRefused when there is no text to build from; says why and what to do
     */
    static Dockerfile read(Path file) {
        String name = file.getFileName().toString();
        Path folder = file.getParent();
        if (Files.isSymbolicLink(folder)) { // a student's, of a class: where it leads nobody is to look
            String link = SafeLine.of(folder.getFileName().toString());
            throw new BuildRefused(Message.of("the folder %s is a link: put the folder itself there", link));
        }
        if (!BuildContext.holds(folder, name)) {
            throw new BuildRefused(
                    Files.isSymbolicLink(file)
                            ? Message.of(
                                    "%s is a link that leads out of the demo's folder: put the file itself there", name)
                            : missing(name, folder));
        }
        byte[] bytes = BuildContext.read(file, MOST_BYTES);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new BuildRefused(Message.of(
                    text.startsWith("\ufffd\ufffd") // a byte order mark of two bytes
                            ? "%s is text in UTF-16, and must be in UTF-8: choose that where your editor saves it"
                            : "%s is no text: it must be a plain text file, as an editor for programs writes it",
                    name));
        }
        if (text.replace("\uFEFF", "").isBlank()) {
            throw new BuildRefused(Message.of("%s is empty", name));
        }
        return new Dockerfile(bytes);
    }

    static Dockerfile of(String text) {
        return new Dockerfile(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Its first instructions, safe to show. */
    List<Instruction> shown() {
        return instructions()
                .limit(MOST_SHOWN)
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
            for (int i = run.instruction().line() - 1; i < run.lastLine(); i++) {
                lines[i] = OPTIONAL_SECRET.matcher(lines[i]).replaceAll("");
            }
        }
        String without = String.join("", lines);
        return without.equals(text) ? this : of(without);
    }

    static boolean asksForSecret(Instruction instruction) {
        return ANY_SECRET.matcher(instruction.text()).find();
    }

    /** The names of its stages. */
    List<String> stages() {
        return instructions()
                .filter(instruction -> instruction.keyword().equals("FROM"))
                .map(from -> parts(from).group("stage"))
                .filter(Objects::nonNull)
                .toList();
    }

    Stream<Reference> references() {
        return instructions().flatMap(instruction -> {
            Matcher parts = parts(instruction);
            return instruction.keyword().equals("FROM")
                    ? Stream.of(new Reference(instruction, parts.group("first")))
                    : COPIED.matcher(parts.group("flags"))
                            .results()
                            .map(copied -> new Reference(instruction, copied.group(1)));
        });
    }

    /** The first variable of a FROM to which neither it nor an ARG above all stages gives a value. */
    Optional<String> withoutValue(Instruction from) {
        String arguments = instructions()
                .takeWhile(instruction -> !instruction.keyword().equals("FROM"))
                .map(Instruction::text)
                .collect(Collectors.joining(" "));
        return VARIABLE.matcher(from.text())
                .results()
                .filter(variable -> variable.group(2) == null)
                .map(variable -> variable.group(1))
                .filter(name -> !PREDEFINED.matcher(name).matches())
                .filter(name -> !Pattern.compile("\\s" + name + "=(?![\"']*(?:\\s|$))")
                        .matcher(arguments)
                        .find())
                .findFirst();
    }

    /**
     * The instruction that a step is, as engines name steps: {@code [builder 4/4] RUN make}, {@code [1/2] STEP 4/4: RUN make};
     * none where two in a stage read alike.
     */
    Optional<Instruction> instruction(String step) {
        Matcher place = STEP.matcher(step);
        String text = place.matches() ? comparable(place.group("text")) : "";
        String stage = place.group("stage");
        List<Instruction> alike = parsed.stream()
                .filter(it -> stage == null || stage.equalsIgnoreCase(it.stage()))
                .map(Parsed::instruction)
                .filter(it -> isAlike(comparable(it.text()), text))
                .toList();
        List<Instruction> same =
                alike.stream().filter(it -> comparable(it.text()).equals(text)).toList();
        return Stream.of(same, alike)
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0))
                .findFirst();
    }

    /** The instruction that begins at that line or goes on there. */
    Optional<Instruction> at(int line) {
        return instructions().filter(it -> it.line() <= line).reduce((one, later) -> later);
    }

    /** The line at which a line of a file stands here, if the file comes from one heredoc of a COPY. */
    Optional<Integer> lineOf(String file, int line) {
        List<Heredoc> from = parsed.stream()
                .filter(it -> it.instruction().keyword().equals("COPY"))
                .flatMap(copy -> copy.heredocs().stream()
                        .filter(heredoc -> isMadeOf(file, copy.instruction().text(), heredoc)))
                .toList();
        return from.size() == 1 && line >= 1 && line <= from.get(0).lines()
                ? Optional.of(from.get(0).firstLine() + line - 1)
                : Optional.empty();
    }

    private static boolean isMadeOf(String file, String copy, Heredoc heredoc) {
        String destination = unquoted(copy.substring(copy.lastIndexOf(' ') + 1));
        boolean folder = destination.endsWith("/") || destination.equals(".");
        return ("/" + (folder ? heredoc.endWord() : destination)).endsWith("/" + file);
    }

    private Stream<Instruction> instructions() {
        return parsed.stream().map(Parsed::instruction);
    }

    private static Matcher parts(Instruction instruction) {
        Matcher parts = PARTS.matcher(instruction.text());
        if (!parts.matches()) {
            throw new IllegalStateException("no instruction begins so: " + instruction);
        }
        return parts;
    }

    /** Whether a text is another with the values of its variables. */
    private static boolean isAlike(String written, String text) {
        String[] pieces = VARIABLE.split(written, -1);
        String first = pieces[0];
        String last = pieces[pieces.length - 1];
        return pieces.length == 1
                ? written.equals(text)
                : text.startsWith(first) && text.endsWith(last) && text.length() >= first.length() + last.length();
    }

    /** BuildKit drops some quotes and backslashes, and shows the first words of a heredoc behind its instruction. */
    private static String comparable(String instruction) {
        String[] words = instruction.strip().split("\\s+", 2);
        words[0] = words[0].toUpperCase(Locale.ROOT);
        String text = String.join(" ", words).replaceAll("[\"'\\\\]", "").replaceAll("\\s+", " ");
        return text.contains("<<") ? text.replaceFirst(" \\([^()]*\\.\\.\\.\\)$", "") : text;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String unquoted(String word) {
        return word.replaceAll("[\"']", "").replaceAll("\\\\(.)", "$1");
    }

    /** With what the folder holds, since the name may be a little off. */
    private static Message missing(String name, Path folder) {
        String shown = SafeLine.of(folder.getFileName().toString());
        String[] names = Objects.requireNonNullElse(folder.toFile().list(), new String[0]);
        Arrays.sort(names);
        return Message.of(
                "%s; the lesson calls both of its files %s, so that one overwrites the other: here the naive image's is called"
                        + " %s",
                names.length == 0
                        ? Message.of("there is no %s in %s, which is empty", name, shown)
                        : Message.of(
                                "there is no %s in %s, which holds %s", name, shown, SafeLine.names(List.of(names))),
                Variant.MULTI.dockerfile(),
                Variant.NAIVE.dockerfile());
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
            String stage = "";
            int stages = 0;
            while (!rest.isEmpty()) {
                int line = line() + 1;
                String text = instruction().strip();
                if (!text.isEmpty()) {
                    int lastLine = line();
                    List<String> content = new ArrayList<>();
                    List<Heredoc> heredocs =
                            TAKES_HEREDOC.matcher(text).matches() ? heredocs(text, content) : List.of();
                    Optional<String> digest = Optional.of(String.join("\n", content))
                            .filter(it -> !heredocs.isEmpty())
                            .map(it -> Sha256.of(it).substring(0, DIGEST));
                    Instruction instruction = new Instruction(line, text, digest);
                    if (instruction.keyword().equals("FROM")) {
                        stage = Objects.requireNonNullElse(parts(instruction).group("stage"), "stage-" + stages++);
                    }
                    parsed.add(new Parsed(instruction, lastLine, stage, heredocs));
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
        private List<Heredoc> heredocs(String instruction, List<String> content) {
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
                    content.add(line);
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
