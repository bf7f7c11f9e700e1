package multistage.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder that files are left in. */
record Folder(Path path) {

    /** Writes texts, in UTF-8, by the names of their files. */
    void write(Map<String, String> texts) {
        try {
            Files.createDirectories(path);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(path.resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }
}
