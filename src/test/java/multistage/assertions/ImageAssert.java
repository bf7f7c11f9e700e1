package multistage.assertions;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import multistage.facts.Amount;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Image;
import multistage.facts.Message;

/** Assertions on a built image: what it holds and how it is to be run, beside its layers and what it weighs. */
public final class ImageAssert extends ImageLayersAssert<ImageAssert> {
    private static final Comparator<Content.Entry> LARGEST_FIRST =
            Comparator.comparingLong(Content.Entry::bytes).reversed().thenComparing(Content.Entry::path);

    ImageAssert(Image actual) {
        super(actual, ImageAssert.class);
    }

    /**
     * That the program that it runs is its only file, folders aside. Fails with what else is there, largest first, and
     * also when its content could not be read.
     *
     * @throws multistage.facts.NotMeasured when its program could not be read
     */
    public ImageAssert holdsOnlyItsExecutable() {
        isNotNull();
        Message expected = Message.of("should hold the program that it runs and nothing else");
        Executable program = actual.program();
        List<Content.Entry> files = content(expected).files();
        List<Content.Entry> others =
                files.stream().filter(file -> !isProgram(file, program)).toList();
        if (others.size() == files.size()) {
            failWithMessage("%s %s, but %s", actual.variant(), expected, withoutProgram(program, others));
        }
        if (!others.isEmpty()) {
            failWithMessage(
                    "%s %s, but beside %s it holds %s of %s in all:%s",
                    actual.variant(),
                    expected,
                    Text.value(program.path()),
                    Amount.count(others.size(), "%s other file", "%s other files"),
                    Amount.exactBytes(
                            others.stream().mapToLong(Content.Entry::bytes).sum()),
                    Text.list(described(others)));
        }
        return this;
    }

    /** That it exposes these ports, as {@code 8080/tcp}, and no other, in whichever order. Fails with those that it exposes. */
    public ImageAssert exposesExactly(String... ports) {
        isNotNull();
        Set<String> expected = new TreeSet<>(List.of(ports));
        Set<String> exposed = new TreeSet<>(actual.config().exposedPorts());
        if (!exposed.equals(expected)) {
            failWithMessage(
                    "%s should expose exactly %s, but it exposes %s",
                    actual.variant(), Text.enumeration(List.copyOf(expected)), Text.enumeration(List.copyOf(exposed)));
        }
        return this;
    }

    /** That its ENTRYPOINT followed by its CMD is this command, word by word. Fails with what the two make. */
    public ImageAssert runs(String... words) {
        isNotNull();
        List<String> command = actual.config().commandLine();
        if (!command.equals(List.of(words))) {
            failWithMessage(
                    "%s should run %s, but its ENTRYPOINT and CMD make %s",
                    actual.variant(), Text.command(List.of(words)), Text.command(command));
        }
        return this;
    }

    private static Message withoutProgram(Executable program, List<Content.Entry> files) {
        return files.isEmpty()
                ? Message.of("it holds no file")
                : Message.of(
                        "%s is not among the %s that it holds%s",
                        Text.value(program.path()),
                        Amount.count(files.size(), "%s file", "%s files"),
                        Text.list(described(files)));
    }

    private static boolean isProgram(Content.Entry file, Executable program) {
        return file.path().equals(program.path());
    }

    private static List<Message> described(List<Content.Entry> files) {
        return files.stream()
                .sorted(LARGEST_FIRST)
                .map(file -> Message.of(
                        "%s  %s",
                        file.kind() == Content.Kind.FILE
                                ? Amount.exactBytes(file.bytes())
                                : Message.of("a link or device"),
                        Text.value(file.path())))
                .toList();
    }
}
