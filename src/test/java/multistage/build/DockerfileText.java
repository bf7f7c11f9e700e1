package multistage.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import multistage.facts.Message;
import multistage.facts.Variant;

/** Reads the text of a Dockerfile; where there is none, says so before an engine is asked, whose words for it name no file. */
final class DockerfileText {
    /** In bytes: more than anybody writes, and less than is any trouble. */
    private static final int LONGEST = 2_000_000;

    private DockerfileText() {}

    /**
     * The text of that file; of a very long one the beginning.
     *
     * @throws ContextRefused when there is no text to build from; says why and what to do
     */
    static String read(Path dockerfile) {
        String name = dockerfile.getFileName().toString();
        requireFile(name, dockerfile);
        try (InputStream file = Files.newInputStream(dockerfile)) {
            return text(name, file.readNBytes(LONGEST));
        } catch (IOException unreadable) {
            throw new ContextRefused(
                    Message.of("%s cannot be read: %s", name, LogLines.clean(unreadable.toString())), unreadable);
        }
    }

    private static void requireFile(String name, Path dockerfile) {
        if (Files.isSymbolicLink(dockerfile.getParent())) {
            // a student's, of a class: where it leads nobody is to look
            throw new ContextRefused(Message.of(
                    "the folder %s is a link: put the folder itself there",
                    LogLines.clean(dockerfile.getParent().getFileName().toString())));
        }
        if (leadsOut(dockerfile)) {
            // before it is read: what it leads to is not the demo's
            throw new ContextRefused(
                    Message.of("%s is a link that leads out of the demo's folder: put the file itself there", name));
        }
        if (!Files.isRegularFile(dockerfile)) {
            throw new ContextRefused(Message.of(
                    "%s; the lesson calls both of its files %s, so that one overwrites the other: here the naive image's is called"
                            + " %s",
                    missing(name, dockerfile.getParent()), Variant.MULTI.dockerfile(), Variant.NAIVE.dockerfile()));
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

    private static String text(String name, byte[] start) {
        if (isUtf16(start)) {
            throw new ContextRefused(Message.of(
                    "%s is text in UTF-16, and must be in UTF-8: choose that where your editor saves it", name));
        }
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new ContextRefused(Message.of(
                    "%s is no text: it must be a plain text file, as an editor for programs writes it", name));
        }
        if (text.isBlank()) {
            throw new ContextRefused(Message.of("%s is empty", name));
        }
        return text;
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
