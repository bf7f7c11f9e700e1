package multistage.docker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Instruction;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Sha256;
import multistage.facts.Variant;

/** A Dockerfile, split as BuildKit splits it: its instructions, stages, heredocs, and the images and stages that it names. */
final class Dockerfile {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_SHOWN = 200;
    private static final int DIGEST = 12;

    private static final Pattern CONTINUED = Pattern.compile("(?<!\\\\)\\\\[ \\t]*$");
    /** An instruction that begins a stage. */
    static final Pattern FROM =
            Pattern.compile("(?is)FROM(?:\\s+--\\S+)*+\\s+(?<image>\\S{1,500})(?:\\s+AS\\s+(?<stage>\\S+))?(?:\\s.*)?");

    private static final Pattern FLAGS = Pattern.compile("^\\S+((?:\\s+--\\S+)*+)");
    private static final Pattern COPIED = Pattern.compile("(?i)(?:\\s--|[=,\"])from=([^\\s,\"]+)");
    private static final String SECRET = "(?i)(?<!\\S)--mount=(?=\\S{0,500}\\btype=(?:secret|ssh)\\b)";
    private static final Pattern ANY_SECRET = Pattern.compile(SECRET);
    private static final Pattern OPTIONAL_SECRET =
            Pattern.compile(SECRET + "(?!\\S{0,500}\\brequired(?!=(?:false|0|f)\\b))\\S+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)(:?[-+][^}]*)?}?");
    private static final Pattern STEP = Pattern.compile(
            "(?:\\[[^\\]]*\\d+/\\d+] |(?=STEP ))(?:STEP [\\d/]+: )?(?:LINK )?(\\w+\\s.*)", Pattern.DOTALL);
    private static final Pattern TAKES_HEREDOC = Pattern.compile("(?i)(?:ONBUILD\\s+)?(?:RUN|COPY|ADD)\\s.*");
    private static final Pattern HEREDOC = Pattern.compile("\\d*<<(?<tabs>-?)(?<end>[^<]+)");
    private static final Pattern WORD =
            Pattern.compile("(?:\\\\.|\"(?:\\\\.|[^\"\\\\])*+\"|'[^']*+'|[^\\s\"'\\\\])++|\\S");

    private final byte[] bytes;
    private final Map<Instruction, List<Heredoc>> instructions = new LinkedHashMap<>();

    private record Heredoc(String endWord, int firstLine, List<String> content) {}

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
        String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        ListIterator<String> lines = List.of(text.split("\\r?\\n", -1)).listIterator();
        while (lines.hasNext()) {
            int line = lines.nextIndex() + 1;
            String instruction = joined(lines).strip();
            if (!instruction.isEmpty()) {
                List<Heredoc> heredocs = heredocs(instruction, lines);
                String content =
                        heredocs.stream().flatMap(it -> it.content().stream()).collect(Collectors.joining("\n"));
                Optional<String> digest = heredocs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Sha256.of(content).substring(0, DIGEST));
                instructions.put(new Instruction(line, instruction, digest), heredocs);
            }
        }
    }

    /**
     * That of a file.
     *
     * @throws NotMeasured when there is no text to build from; says why and what to do
     */
    static Dockerfile read(Path file) {
        String name = file.getFileName().toString();
        Path folder = file.getParent();
        if (Files.isSymbolicLink(folder)) { // a student's, of a class: where it leads nobody is to look
            String link = SafeLine.of(folder.getFileName().toString());
            throw new NotMeasured(Message.of("the folder %s is a link: put the folder itself there", link));
        }
        if (!BuildContext.holds(folder, name)) {
            throw new NotMeasured(
                    Files.isSymbolicLink(file)
                            ? Message.of(
                                    "%s is a link that leads out of the demo's folder: put the file itself there", name)
                            : missing(name, folder));
        }
        byte[] bytes = BuildContext.read(file, MOST_BYTES);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new NotMeasured(Message.of(
                    text.startsWith("\ufffd\ufffd") // a byte order mark of two bytes
                            ? "%s is text in UTF-16, and must be in UTF-8: choose that where your editor saves it"
                            : "%s is no text: it must be a plain text file, as an editor for programs writes it",
                    name));
        }
        if (text.replace("\uFEFF", "").isBlank()) {
            throw new NotMeasured(Message.of("%s is empty", name));
        }
        return new Dockerfile(bytes);
    }

    static Dockerfile of(String text) {
        return new Dockerfile(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its first instructions, safe to show. */
    List<Instruction> shown() {
        return instructions.keySet().stream()
                .limit(MOST_SHOWN)
                .map(it -> new Instruction(it.line(), SafeLine.of(it.text()), it.heredoc()))
                .toList();
    }

    boolean hasHeredoc() {
        return instructions.values().stream().anyMatch(heredocs -> !heredocs.isEmpty());
    }

    /**
     * What a build is sent of it: without the mounts of secrets and keys that need not be there, as the docker command builds it
     * where it is given none. A build that asks for one asks for a session, which there is none of here.
     */
    byte[] withoutOptionalSecrets() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher secret = OPTIONAL_SECRET.matcher(text);
        return secret.find() ? secret.replaceAll("").getBytes(StandardCharsets.UTF_8) : bytes.clone();
    }

    static boolean asksForSecret(Instruction instruction) {
        return ANY_SECRET.matcher(instruction.text()).find();
    }

    /** The names of its stages. */
    List<String> stages() {
        return instructions.keySet().stream()
                .map(instruction -> FROM.matcher(instruction.text()))
                .filter(from -> from.matches() && from.group("stage") != null)
                .map(from -> from.group("stage"))
                .toList();
    }

    Stream<Reference> references() {
        return instructions.keySet().stream().flatMap(instruction -> {
            Matcher from = FROM.matcher(instruction.text());
            return from.matches()
                    ? Stream.of(new Reference(instruction, from.group("image")))
                    : FLAGS.matcher(instruction.text())
                            .results()
                            .flatMap(flags -> COPIED.matcher(flags.group(1)).results())
                            .map(copied -> new Reference(instruction, copied.group(1)));
        });
    }

    /** The first variable in the name of a base to which neither it nor an ARG above all stages gives a value. */
    Optional<String> withoutValue(Reference base) {
        String arguments = instructions.keySet().stream()
                .takeWhile(instruction -> !instruction.keyword().equals("FROM"))
                .map(instruction -> " " + instruction.text() + " ")
                .collect(Collectors.joining());
        return VARIABLE.matcher(base.name())
                .results()
                .filter(variable -> variable.group(2) == null)
                .map(variable -> variable.group(1))
                .filter(name -> !arguments.matches("(?s).*\\s" + name + "=(?![\"']*\\s).*"))
                .findFirst();
    }

    /** The text of the instruction that a step is, as engines name steps: {@code [builder 4/4] RUN make}. */
    static Optional<String> ofStep(String name) {
        return Optional.of(STEP.matcher(name)).filter(Matcher::matches).map(step -> step.group(1));
    }

    /** The instruction that a step is, unless several read alike. */
    Optional<Instruction> instruction(String step) {
        String text = comparable(ofStep(step).orElse(""));
        return Optional.of(instructions.keySet().stream()
                        .filter(it -> isAlike(comparable(it.text()), text))
                        .toList())
                .filter(alike -> alike.size() == 1)
                .map(alike -> alike.get(0));
    }

    /** The instruction that begins at that line or goes on there. */
    Optional<Instruction> at(int line) {
        return instructions.keySet().stream().filter(it -> it.line() <= line).reduce((one, later) -> later);
    }

    /** The line at which a line of a file stands here, if the file comes from one heredoc of a COPY. */
    Optional<Integer> lineOf(String file, int line) {
        List<Heredoc> from = new ArrayList<>();
        instructions.forEach((instruction, heredocs) -> heredocs.stream()
                .filter(it -> instruction.keyword().equals("COPY") && isMadeOf(file, instruction.text(), it))
                .forEach(from::add));
        return from.size() == 1 && line >= 1 && line < from.get(0).content().size()
                ? Optional.of(from.get(0).firstLine() + line - 1)
                : Optional.empty();
    }

    private static boolean isMadeOf(String file, String copy, Heredoc heredoc) {
        String destination = unquoted(copy.substring(copy.lastIndexOf(' ') + 1));
        return ("/" + destination).endsWith("/" + file) || heredoc.endWord().equals(file);
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
        String text = instruction
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\"'\\\\]", "")
                .replaceAll("\\s+", " ");
        return text.contains("<<") ? text.replaceFirst(" \\([^()]*\\.\\.\\.\\)$", "") : text;
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

    /** Joins a line with those that continue it; comments, and empty lines among them, do not count. */
    private static String joined(ListIterator<String> lines) {
        StringBuilder joined = new StringBuilder();
        boolean begun = false;
        do {
            String line = lines.next();
            if (line.stripLeading().startsWith("#") || begun && line.isBlank()) {
                continue;
            }
            Matcher end = CONTINUED.matcher(line);
            begun = end.find();
            joined.append(line, 0, begun ? end.start() : line.length());
        } while (begun && lines.hasNext());
        return joined.toString();
    }

    /** Takes the lines of the heredocs that an instruction announces: words of their own, not within quotes. */
    private static List<Heredoc> heredocs(String instruction, ListIterator<String> lines) {
        List<Heredoc> heredocs = new ArrayList<>();
        Matcher word = WORD.matcher(TAKES_HEREDOC.matcher(instruction).matches() ? instruction : "");
        while (word.find()) {
            Matcher heredoc = HEREDOC.matcher(word.group());
            if (heredoc.matches()) {
                String end = unquoted(heredoc.group("end"));
                String tabs = heredoc.group("tabs").isEmpty() ? "" : "^\\t+";
                heredocs.add(new Heredoc(end, lines.nextIndex() + 1, new ArrayList<>()));
                boolean ended = false;
                while (!ended && lines.hasNext()) {
                    String line = lines.next();
                    heredocs.get(heredocs.size() - 1).content().add(line);
                    ended = line.replaceFirst(tabs, "").equals(end);
                }
            }
        }
        return heredocs;
    }
}
