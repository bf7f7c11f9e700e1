package multistage.measure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Amount;
import multistage.facts.Config;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Image;
import multistage.facts.Message;

/** Why a service never answered, in plain words, told from how it ended and from what its image holds. */
final class Diagnosis {
    /** How Go, the C library, Java and shells say that they can start no more. */
    private static final Pattern NO_MORE_PROCESSES = Pattern.compile(
            "fork.*resource temporarily unavailable|failed to create new OS thread|pthread_create failed"
                    + "|unable to create native thread",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern READ_ONLY = Pattern.compile("read-only file system", Pattern.CASE_INSENSITIVE);

    /** So many files can be told of in a sentence. */
    private static final int FEW = 5;

    private final Ran ran;
    private final Image image;
    /** What was said against running the program at all: by the engine, or by its runtime in the container's log. */
    private final String said;

    private Diagnosis(Ran ran, Image image) {
        this.ran = ran;
        this.image = image;
        this.said = Stream.concat(
                        ran.end().engineError().stream(), ran.log().stream().filter(line -> line.startsWith("exec ")))
                .collect(Collectors.joining("\n"));
    }

    /** Nothing when the service answered; else the cause, or failing that the engine's own words, if it had any. */
    static Optional<Message> of(Ran ran, Image image) {
        if (ran.answer().isPresent()) {
            return Optional.empty();
        }
        return new Diagnosis(ran, image)
                .cause()
                .or(() -> ran.end().engineError().map(Message::verbatim));
    }

    private Optional<Message> cause() {
        if (ran.end().outOfMemory()) {
            return Optional.of(
                    Message.of("it took more memory than it is allowed, %s", Amount.bytes(ServiceContainer.MEMORY)));
        }
        if (ran.log().stream().anyMatch(line -> NO_MORE_PROCESSES.matcher(line).find())) {
            return Optional.of(Message.of(
                    "it started more processes or threads than it is allowed, %s", ServiceContainer.PROCESSES));
        }
        if (said.contains("exec format error")) {
            return Optional.of(Message.of("its program was built for another processor, or is no program at all"));
        }
        if (said.contains("permission denied")) {
            return Optional.of(Message.of("its program may not be run: the file is not executable for its user"));
        }
        if (image.config().commandLine().isEmpty()) {
            return Optional.of(Message.of("the image says nothing of what to run, neither by ENTRYPOINT nor by CMD"));
        }
        if (said.contains("no such file or directory") || said.contains("executable file not found")) {
            return Optional.of(somethingIsMissing());
        }
        if (ran.log().stream().anyMatch(line -> READ_ONLY.matcher(line).find())) {
            return Optional.of(Message.of(
                    "it writes to its root file system, which is read-only here: a service may write to /tmp alone, up to %s MiB",
                    TemporaryFolders.MEBIBYTES));
        }
        return ran.end().running() ? Optional.of(whyNotToBeReached()) : Optional.empty();
    }

    private Message whyNotToBeReached() {
        String port = String.valueOf(ServiceContainer.PORT);
        return Message.of(
                "%s; if it only needs longer, -Dstart.seconds=N sets the limit",
                ran.silent()
                        ? Message.of("it takes a request on port %s and does not answer it", port)
                        : Message.of("nothing outside of its container reaches it on port %s", port));
    }

    private Message somethingIsMissing() {
        Optional<String> loader = image.executable().flatMap(Executable::interpreter);
        if (loader.isPresent() && !holds(loader.get())) {
            return Message.of("the program needs a dynamic loader, %s, which the image does not hold", loader.get());
        }
        if (isShellForm(image.config()) && !holds("/bin/sh")) {
            return Message.of("it is started through a shell, %s, which the image does not hold", "/bin/sh");
        }
        String program = image.config().commandLine().get(0);
        if (image.executable().isEmpty() && image.content().isPresent() && holds(program)) {
            return Message.of(
                    "it is a script, %s, and the image lacks the interpreter that its first line names", program);
        }
        List<String> files = files();
        // of an image of few files, what was meant may be among them
        return files.isEmpty() || files.size() > FEW
                ? Message.of("the file that it is to run is not in the image: %s", program)
                : Message.of(
                        "the file that it is to run is not in the image: %s; it holds %s",
                        program, String.join(", ", files));
    }

    private List<String> files() {
        return image.content()
                .map(content ->
                        content.files().stream().map(Content.Entry::path).toList())
                .orElse(List.of());
    }

    /** Whether a file is in the image; where its content was not read, one must suppose so. */
    private boolean holds(String path) {
        return image.content()
                .map(content ->
                        content.files().stream().anyMatch(file -> file.path().equals(path)))
                .orElse(true);
    }

    private static boolean isShellForm(Config config) {
        return config.commandLine().stream().findFirst().equals(Optional.of("/bin/sh"));
    }
}
