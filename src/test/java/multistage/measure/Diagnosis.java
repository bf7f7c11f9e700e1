package multistage.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Amount;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Image;
import multistage.facts.Message;

/** Why a service never answered, or was ended by a limit: one cause in plain words, told from its end and from its image. */
final class Diagnosis {
    /** How Go, the C library, Java and shells say that they can start no more. */
    private static final Pattern NO_MORE_PROCESSES = Pattern.compile(
            "fork.*resource temporarily unavailable|failed to create new OS thread|pthread_create failed"
                    + "|unable to create native thread",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern READ_ONLY = Pattern.compile("read-only file system", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS_IN_USE = Pattern.compile("address already in use", Pattern.CASE_INSENSITIVE);
    /** A command that was meant as a list in JSON: it starts with a quote of any kind in a bracket, or stands in brackets. */
    private static final Pattern MEANT_AS_LIST = Pattern.compile("\\s*\\[(\\s*[\"'`\\p{Pi}\\p{Pf}„].*|.*]\\s*)");
    /** What a shell says of a command that it cannot run. */
    private static final Pattern SHELLS_WORDS =
            Pattern.compile("(?:/bin/)?(?:ba|da|a)?sh: (?:line )?(?:\\d+: )?([^:]+): (.+)");

    /** Exit codes by which a shell says that a command cannot be run. */
    private static final List<Integer> NOT_RUN = List.of(126, 127);

    /** So many files can be told of in a sentence. */
    private static final int FEW = 5;

    private final ServiceObservation seen;
    private final Image image;
    private final List<String> commandLine;
    /** What was to be run, as it was named. */
    private final String program;
    /** What was said against running it: by the engine, by its runtime in the container's log, or by a shell. */
    private final String said;

    private Diagnosis(ServiceObservation seen, Image image) {
        this.seen = seen;
        this.image = image;
        this.commandLine = image.config().commandLine();
        Optional<Matcher> shell = seen.log().stream()
                .filter(line -> seen.exitCode().filter(NOT_RUN::contains).isPresent())
                .map(SHELLS_WORDS::matcher)
                .filter(Matcher::matches)
                .reduce((earlier, last) -> last);
        this.program = shell.map(words -> words.group(1))
                .or(() -> commandLine.stream().findFirst())
                .orElse("");
        this.said = Stream.of(
                        seen.engineError().stream(),
                        seen.log().stream().filter(line -> line.startsWith("exec ")),
                        shell.stream().map(words -> words.group(2)))
                .flatMap(words -> words)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** Nothing when the service answered and no limit ended it; the engine's own words where they are all that is known. */
    static Optional<Message> of(ServiceObservation seen, Image image) {
        return limit(seen)
                .or(() -> seen.answer().isPresent()
                        ? Optional.empty()
                        : new Diagnosis(seen, image)
                                .cause()
                                .or(() -> seen.engineError().map(Message::verbatim)));
    }

    private static Optional<Message> limit(ServiceObservation seen) {
        if (seen.outOfDisk()) {
            return Optional.of(Message.of(
                    "it wrote more to its disk than it is allowed, %s, and was ended", Amount.bytes(DiskGuard.LIMIT)));
        }
        return seen.outOfMemory() && (seen.answer().isEmpty() || !seen.running())
                ? Optional.of(
                        Message.of("it took more memory than it is allowed, %s", Amount.bytes(ServiceContainer.MEMORY)))
                : Optional.empty();
    }

    private Optional<Message> cause() {
        if (prints(NO_MORE_PROCESSES)) {
            return Optional.of(Message.of(
                    "it started more processes or threads than it is allowed, %s", ServiceContainer.PROCESSES));
        }
        if (commandLine.isEmpty()) {
            return Optional.of(Message.of("the image says nothing of what to run, neither by ENTRYPOINT nor by CMD"));
        }
        if (!seen.running() && isMeantAsList()) {
            return Optional.of(Message.of(
                    "what it is to run, %s, is no list in JSON, which takes double quotes and commas: it is a command for a shell",
                    commandLine.get(2)));
        }
        if (said.contains("exec format error")) {
            return Optional.of(Message.of("its program was built for another processor, or is no program at all"));
        }
        if (said.contains("permission denied")) {
            return Optional.of(Message.of("its program may not be run: the file is not executable for its user"));
        }
        if (said.contains("operation not permitted")) {
            return Optional.of(
                    Message.of(
                            "its program may not be run: the file carries a capability (setcap), and services run without any here"));
        }
        if (isMissing()) {
            return Optional.of(somethingIsMissing());
        }
        if (prints(READ_ONLY)) {
            return Optional.of(Message.of(
                    "it writes to its root file system, which is read-only here: a service may write to /tmp alone, up to %s MiB",
                    ServiceContainer.TMP_MEBIBYTES));
        }
        if (prints(ADDRESS_IN_USE)) {
            return Optional.of(Message.of("it listens on an address and port that its container uses already"));
        }
        return seen.running() ? Optional.of(whyNotToBeReached()) : Optional.empty();
    }

    private boolean prints(Pattern words) {
        return seen.log().stream().anyMatch(line -> words.matcher(line).find());
    }

    private boolean isShellForm() {
        return commandLine.size() >= 3
                && commandLine.get(0).equals("/bin/sh")
                && commandLine.get(1).equals("-c");
    }

    private boolean isMeantAsList() {
        return isShellForm() && MEANT_AS_LIST.matcher(commandLine.get(2)).matches();
    }

    private boolean isMissing() {
        return Stream.of("no such file or directory", "not found").anyMatch(said::contains) && !said.contains("chdir");
    }

    private Message somethingIsMissing() {
        Optional<String> loader = image.executable().flatMap(Executable::interpreter);
        if (program.equals("/bin/sh") && isShellForm() && !holds("/bin/sh")) {
            return Message.of("it is started through a shell, %s, which the image does not hold", program);
        }
        if (!program.contains("/")) {
            return namedWithoutAPath();
        }
        if (isThere() && loader.isPresent() && !holds(loader.get())) {
            return Message.of("the program needs a dynamic loader, %s, which the image does not hold", loader.get());
        }
        if (isThere() && image.executable().isEmpty()) {
            return Message.of(
                    "it is a script, %s, and the image lacks the interpreter that its first line names", program);
        }
        List<String> files = image.content().stream()
                .flatMap(content -> content.files().stream())
                .map(Content.Entry::path)
                .toList();
        // of an image of few files, what was meant may be among them
        return files.isEmpty() || files.size() > FEW || isThere()
                ? Message.of("the file that it is to run is not in the image: %s", program)
                : Message.of(
                        "the file that it is to run is not in the image: %s; it holds %s",
                        program, String.join(", ", files));
    }

    private Message namedWithoutAPath() {
        Message looked = Message.of(
                "%s is named without a path, so that it is looked for in the folders of PATH alone, which do not have it",
                program);
        return Stream.concat(
                        image.executable().map(Executable::path).stream(),
                        image.content().stream()
                                .flatMap(content -> content.files().stream().map(Content.Entry::path)))
                .filter(path -> path.endsWith("/" + program))
                .findFirst()
                .map(path -> Message.of("%s; the image has %s", looked, path))
                .orElse(looked);
    }

    /** Whether the program is in the image, though it could not be run. */
    private boolean isThere() {
        String path = Path.of("/", image.config().workingDirectory())
                .resolve(program)
                .normalize()
                .toString();
        return said.lines().anyMatch(line -> line.startsWith("exec "))
                || image.executable().filter(found -> found.path().equals(path)).isPresent()
                || image.content().isPresent() && holds(path);
    }

    /** Where an image's content was not read, a file that could not be run for want of another is supposed to lack that one. */
    private boolean holds(String path) {
        return image.content().stream()
                .flatMap(content -> content.files().stream())
                .anyMatch(file -> file.path().equals(path));
    }

    private Message whyNotToBeReached() {
        int port = ServiceContainer.PORT;
        List<Listener> listeners = seen.listeners().orElse(List.of());
        Optional<Listener> there =
                listeners.stream().filter(listener -> listener.port() == port).findFirst();
        String shown = String.valueOf(port);
        if (there.isEmpty() && !listeners.isEmpty()) {
            return Message.of(
                    "it listens on port %s and not on port %s",
                    listeners.stream()
                            .map(listener -> String.valueOf(listener.port()))
                            .distinct()
                            .limit(FEW)
                            .collect(Collectors.joining(", ")),
                    shown);
        }
        if (listeners.stream().anyMatch(listener -> listener.port() == port)
                && listeners.stream()
                        .filter(listener -> listener.port() == port)
                        .allMatch(Listener::loopback)) {
            return Message.of(
                    "it listens on port %s of the address 127.0.0.1 alone, which nothing outside of its container reaches",
                    shown);
        }
        return Message.of(
                "%s; if it only needs longer, -Dstart.seconds=N sets the limit",
                seen.silent() || there.isPresent()
                        ? Message.of("it takes a request on port %s and does not answer it", shown)
                        : seen.listeners().isPresent()
                                ? Message.of("it does not listen on port %s, nor on another", shown)
                                : Message.of("nothing outside of its container reaches it on port %s", shown));
    }
}
