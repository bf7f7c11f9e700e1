package multistage.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Message;
import multistage.facts.Variant;

/** Why there is nothing to build from: told before an engine is asked, whose words for it name no file. */
final class NoDockerfile {
    private static final int MOST_READ = 1_000_000;

    private NoDockerfile() {}

    /** One sentence that names the image; nothing where there is a text to build from. */
    static Optional<Message> why(Path dockerfile, Variant variant) {
        return reason(dockerfile).map(reason -> Message.of("%s cannot be built: %s", variant, reason));
    }

    private static Optional<Message> reason(Path dockerfile) {
        String name = dockerfile.getFileName().toString();
        if (Files.isSymbolicLink(dockerfile.getParent())) {
            // a student's, of a class: where it leads nobody is to look
            return Optional.of(Message.of(
                    "the folder %s is a link: put the folder itself there",
                    LogLines.clean(dockerfile.getParent().getFileName().toString())));
        }
        if (leadsOut(dockerfile)) {
            // before it is read: what it leads to is not the demo's
            return Optional.of(
                    Message.of("%s is a link that leads out of the demo's folder: put the file itself there", name));
        }
        if (!Files.isRegularFile(dockerfile)) {
            return Optional.of(Message.of(
                    "%s; the lesson calls both of its files %s, so that one overwrites the other: here the naive image's is called"
                            + " %s",
                    missing(name, dockerfile.getParent()), Variant.MULTI.dockerfile(), Variant.NAIVE.dockerfile()));
        }
        try (var file = Files.newInputStream(dockerfile)) {
            return reason(name, file.readNBytes(MOST_READ));
        } catch (IOException unreadable) {
            return Optional.of(Message.of("%s cannot be read: %s", name, LogLines.clean(unreadable.toString())));
        }
    }

    /** One that leads nowhere does not, and is no file either. */
    private static boolean leadsOut(Path dockerfile) {
        if (!Files.isSymbolicLink(dockerfile)) {
            return false;
        }
        try {
            return !dockerfile.toRealPath().startsWith(dockerfile.getParent().toRealPath());
        } catch (IOException nowhere) {
            return false;
        }
    }

    private static Optional<Message> reason(String name, byte[] start) {
        if (isUtf16(start)) {
            return Optional.of(Message.of(
                    "%s is text in UTF-16, and must be in UTF-8: choose that where your editor saves it", name));
        }
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            return Optional.of(Message.of(
                    "%s is no text: it must be a plain text file, as an editor for programs writes it", name));
        }
        return text.isBlank() ? Optional.of(Message.of("%s is empty", name)) : Optional.empty();
    }

    /** By its first two bytes, a byte order mark in either order. */
    private static boolean isUtf16(byte[] start) {
        return start.length >= 2 && List.of(0xfeff, 0xfffe).contains((start[0] & 0xff) << 8 | start[1] & 0xff);
    }

    /** Told with what the folder holds, since the name may be a little off. */
    private static Message missing(String name, Path folder) {
        String shown = LogLines.clean(folder.getFileName().toString());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.isEmpty()
                    ? Message.of("there is no %s in %s, which is empty", name, shown)
                    : Message.of("there is no %s in %s, which holds %s", name, shown, Names.shown(names));
        } catch (IOException noFolder) {
            return Message.of("there is no %s in %s", name, shown);
        }
    }
}
