package multistage.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import multistage.facts.Amount;
import multistage.facts.Message;

/**
 * What a demo's folder says is not to be sent: {@code <Dockerfile>.dockerignore} or, where there is none, {@code
 * .dockerignore}. The last pattern that matches a path or a folder that it lies in decides.
 *
 * @param name how the file is called, or would be
 * @param patterns in their order
 */
record IgnoreFile(String name, List<IgnorePattern> patterns) {
    private static final int MOST_BYTES = 20_000;

    /** Whether a path is ignored, and which patterns matched it: what lies in it takes that over. */
    record Match(boolean ignored, List<Boolean> byPattern) {
        /** That of the folder itself, which is never ignored. */
        static final Match NONE = new Match(false, List.of());
    }

    /** The one in that folder, whose name may not lead out of it, for that Dockerfile. */
    static IgnoreFile in(Path folder, String dockerfile) {
        String own = dockerfile + ".dockerignore";
        String name = isIn(folder, own) ? own : ".dockerignore";
        return isIn(folder, name) ? parse(name, read(folder.resolve(name))) : new IgnoreFile(name, List.of());
    }

    static IgnoreFile parse(String name, String text) {
        List<IgnorePattern> patterns = new ArrayList<>();
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (lines[i].startsWith("#") || line.isEmpty()) {
                continue;
            }
            try {
                patterns.add(IgnorePattern.of(line));
            } catch (IllegalArgumentException malformed) {
                throw new ContextRefused(
                        Message.of(
                                "%s, line %s: Docker takes this for no pattern: %s",
                                name, String.valueOf(i + 1), LogLines.clean(line)),
                        malformed);
            }
        }
        return new IgnoreFile(name, List.copyOf(patterns));
    }

    /** What they say of a path in a folder of which they say {@code folder}. */
    Match match(String path, Match folder) {
        List<Boolean> byPattern = new ArrayList<>(patterns.size());
        boolean ignored = false;
        for (int i = 0; i < patterns.size(); i++) {
            IgnorePattern pattern = patterns.get(i);
            boolean inherited =
                    !folder.byPattern().isEmpty() && folder.byPattern().get(i);
            // one that could change nothing is not looked at, and so is not handed down: as BuildKit does it
            boolean matches = inherited || pattern.isException() == ignored && pattern.matches(path);
            byPattern.add(matches);
            ignored = matches ? !pattern.isException() : ignored;
        }
        return new Match(ignored, byPattern);
    }

    /** Whether an ignored folder may hold something that is not. */
    boolean mayTakeFrom(String folder) {
        return patterns.stream().anyMatch(pattern -> pattern.isException() && pattern.mayMatchIn(folder));
    }

    private static boolean isIn(Path folder, String name) {
        try {
            Path real = folder.resolve(name).toRealPath();
            return real.startsWith(folder) && Files.isRegularFile(real);
        } catch (IOException none) {
            return false;
        }
    }

    private static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ContextRefused(
                        Message.of("%s is longer than %s", file.getFileName().toString(), Amount.bytes(MOST_BYTES)));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ContextRefused(
                    Message.of("%s cannot be read: %s", file.getFileName().toString(), LogLines.clean(e.toString())),
                    e);
        }
    }
}
