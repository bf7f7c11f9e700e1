package multistage.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Variant;

/** Why there is nothing to build from: told before an engine is asked, whose words for it name no file. */
final class NoDockerfile {
    private static final int MOST_READ = 1_000_000;

    private NoDockerfile() {}

    /** One sentence that names the image; nothing where there is a text to build from. */
    static Optional<String> why(Path dockerfile, Variant variant) {
        return reason(dockerfile).map(reason -> variant + " cannot be built: " + reason);
    }

    private static Optional<String> reason(Path dockerfile) {
        String name = dockerfile.getFileName().toString();
        if (leadsOut(dockerfile)) {
            // before it is read: what it leads to is not the demo's
            return Optional.of(name + " is a link that leads out of the demo's folder: put the file itself there");
        }
        if (!Files.isRegularFile(dockerfile)) {
            return Optional.of("there is no " + name + " in "
                    + LogLines.clean(dockerfile.getParent().toString()) + beside(dockerfile.getParent()));
        }
        try (var file = Files.newInputStream(dockerfile)) {
            return reason(file.readNBytes(MOST_READ)).map(reason -> name + " " + reason);
        } catch (IOException unreadable) {
            return Optional.of(name + " cannot be read: " + LogLines.clean(unreadable.toString()));
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

    private static Optional<String> reason(byte[] start) {
        if (isUtf16(start)) {
            return Optional.of("is text in UTF-16, and must be in UTF-8: choose that where your editor saves it");
        }
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            return Optional.of("is no text: it must be a plain text file, as an editor for programs writes it");
        }
        return text.isBlank() ? Optional.of("is empty") : Optional.empty();
    }

    /** By its first two bytes, a byte order mark in either order. */
    private static boolean isUtf16(byte[] start) {
        return start.length >= 2 && List.of(0xfeff, 0xfffe).contains((start[0] & 0xff) << 8 | start[1] & 0xff);
    }

    /** What a folder holds, since the name may be a little off. */
    private static String beside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.isEmpty() ? ", which is empty" : ", which holds " + Names.shown(names);
        } catch (IOException noFolder) {
            return "";
        }
    }
}
