package multistage.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Image;
import multistage.facts.Message;
import multistage.facts.Service;

/** Why a service never answered: one cause in plain words, told from its end and from its image. */
final class Diagnosis {
    /** By what is said against running the program. */
    private static final List<Entry<Pattern, Message>> NOT_RUN = List.of(
            Map.entry(
                    Pattern.compile("(?i)exec format error"),
                    Message.of("its program was built for another processor, or is no program at all")),
            Map.entry(
                    Pattern.compile("(?i)permission denied"),
                    Message.of("its program may not be run: the file is not executable for its user")),
            Map.entry(
                    Pattern.compile("(?i)operation not permitted"),
                    Message.of(
                            "its program may not be run: the file carries a capability (setcap), and services run without any here")));

    /** By what the program prints; processes as Go, the C library, Java and shells name them. */
    private static final List<Entry<Pattern, Message>> PRINTED = List.of(
            Map.entry(
                    Pattern.compile(
                            "(?i)fork.*resource temporarily unavailable|failed to create new OS thread|pthread_create failed|unable to create native thread"),
                    Message.of(
                            "it started more processes or threads than it is allowed, %s", ServiceContainer.PROCESSES)),
            Map.entry(
                    Pattern.compile("(?i)read-only file system"),
                    Message.of(
                            "it writes to its root file system, which is read-only here: a service may write to /tmp alone, up to %s MiB",
                            ServiceContainer.TMP_MEBIBYTES)),
            Map.entry(
                    Pattern.compile("(?i)address already in use"),
                    Message.of("it listens on an address and port that its container uses already")));

    private static final Pattern MISSING = Pattern.compile("(?i)no such file or directory|not found");
    /** What was meant as a list in JSON: it starts with a quote of any kind in a bracket, or stands in brackets. */
    private static final Pattern MEANT_AS_LIST = Pattern.compile("\\s*\\[(\\s*[\"'`\\p{Pi}\\p{Pf}„].*|.*]\\s*)");
    /** What a shell says of a command that it cannot run, with the exit code 126 or 127. */
    private static final Pattern SHELLS_WORDS =
            Pattern.compile("(?:/bin/)?(?:ba|da|a)?sh: (?:line )?(?:\\d+: )?(?:exec: )?([^:]+): (.+)");

    /** So many files can be told of in a sentence. */
    private static final int FEW = 5;

    private final Service seen;
    private final Image image;
    private final List<String> commandLine;
    /** What was to be run, as it was named. */
    private final String program;
    /** What was said against running it: by the engine, by its runtime or by a shell. */
    private final String said;

    private Diagnosis(Service seen, Optional<String> refusal, Image image) {
        this.seen = seen;
        this.image = image;
        this.commandLine = image.config().commandLine();
        Optional<String> runtime =
                seen.log().stream().filter(line -> line.startsWith("exec ")).findFirst();
        Optional<Matcher> shell = seen.log().stream()
                .map(SHELLS_WORDS::matcher)
                .filter(line -> List.of(126, 127).contains(seen.exitCode().orElse(0)) && line.matches())
                .findFirst();
        this.program = shell.map(words -> words.group(1))
                .or(() -> commandLine.stream().findFirst())
                .orElse("");
        this.said = Stream.of(refusal, runtime, shell.map(words -> words.group(2)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    /**
     * The service with the cause, unless it answered or was ended by a limit.
     *
     * @param refusal what the engine said when it refused the container: the cause where nothing plainer is known
     */
    static Service explained(Service seen, Optional<String> refusal, Image image) {
        return seen.trouble().isPresent() || seen.answer().isPresent()
                ? seen
                : seen.withTrouble(
                        new Diagnosis(seen, refusal, image).cause().or(() -> refusal.map(Message::verbatim)));
    }

    private Optional<Message> cause() {
        if (commandLine.isEmpty()) {
            return Optional.of(Message.of("the image says nothing of what to run, neither by ENTRYPOINT nor by CMD"));
        }
        boolean shellForm = commandLine.size() > 2 && commandLine.subList(0, 2).equals(List.of("/bin/sh", "-c"));
        if (shellForm
                && !seen.running()
                && MEANT_AS_LIST.matcher(commandLine.get(2)).matches()) {
            return Optional.of(Message.of(
                    "what it is to run, %s, is no list in JSON, which takes double quotes and commas: it is a command for a shell",
                    commandLine.get(2)));
        }
        return first(NOT_RUN, Stream.of(said))
                .or(() -> MISSING.matcher(said).find() && !said.contains("chdir")
                        ? Optional.of(somethingIsMissing())
                        : Optional.empty())
                .or(() -> first(PRINTED, seen.log().stream()))
                .or(() -> seen.running()
                        ? Optional.of(Message.of(
                                "nothing outside of its container gets an answer from it on port %s; if it only needs longer, -Dstart.seconds=N sets the limit",
                                String.valueOf(ServiceContainer.PORT)))
                        : Optional.empty());
    }

    private static Optional<Message> first(List<Entry<Pattern, Message>> causes, Stream<String> lines) {
        return lines.flatMap(line -> causes.stream()
                        .filter(cause -> cause.getKey().matcher(line).find())
                        .map(Entry::getValue))
                .findFirst();
    }

    private Message somethingIsMissing() {
        String path = Path.of("/", image.config().workingDirectory())
                .resolve(program)
                .normalize()
                .toString();
        List<String> files = image.content().stream()
                .flatMap(content -> content.files().stream())
                .map(Content.Entry::path)
                .toList();
        Optional<Executable> found = image.executable();
        Optional<String> loader = found.flatMap(Executable::interpreter).filter(file -> !files.contains(file));
        boolean isThere = said.startsWith("exec ")
                || files.contains(path)
                || found.filter(file -> file.path().equals(path)).isPresent();
        if (program.equals("/bin/sh")) {
            return Message.of("it is started through a shell, %s, which the image does not hold", program);
        }
        if (!program.contains("/")) {
            Message looked = Message.of(
                    "%s is named without a path, so that it is looked for in the folders of PATH alone, which do not have it",
                    program);
            return Stream.concat(found.map(Executable::path).stream(), files.stream())
                    .filter(file -> file.endsWith("/" + program))
                    .findFirst()
                    .map(file -> Message.of("%s; the image has %s", looked, file))
                    .orElse(looked);
        }
        if (isThere && loader.isPresent()) {
            return Message.of("the program needs a dynamic loader, %s, which the image does not hold", loader.get());
        }
        if (isThere) {
            return found.isPresent()
                    ? Message.verbatim(said)
                    : Message.of(
                            "it is a script, %s, and the image lacks the interpreter that its first line names",
                            program);
        }
        // of an image of few files, what was meant may be among them
        return files.isEmpty() || files.size() > FEW
                ? Message.of("the file that it is to run is not in the image: %s", program)
                : Message.of(
                        "the file that it is to run is not in the image: %s; it holds %s",
                        program, String.join(", ", files));
    }
}
