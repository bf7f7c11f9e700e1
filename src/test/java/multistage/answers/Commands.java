package multistage.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shell commands that the answers show, to be typed in the folder {@code docker}: blocks of them, each under a name that
 * stands in a comment of its own, {@code # build}.
 */
public final class Commands {
    private static final String NAME = "# ";

    private Commands() {}

    /** Reads commands.sh: the commands of each block by its name, in the order of the file. */
    public static Map<String, List<String>> read() {
        try (InputStream file = Commands.class.getResourceAsStream("commands.sh")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when a command stands under no name, or a name stands twice or over no command */
    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        List<String> block = null;
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            if (line.startsWith(NAME)) {
                block = new ArrayList<>();
                require(
                        blocks.put(line.substring(NAME.length()), block) == null,
                        "there are two blocks \"" + line + "\"");
            } else {
                require(block != null, "no comment with a name stands before \"" + line + "\"");
                block.add(line);
            }
        }
        blocks.forEach(
                (name, commands) -> require(!commands.isEmpty(), "the block \"# " + name + "\" has no commands"));
        blocks.replaceAll((name, commands) -> List.copyOf(commands));
        return Collections.unmodifiableMap(blocks);
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException("commands.sh cannot be shown: " + otherwise);
        }
    }
}
