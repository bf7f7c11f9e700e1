package multistage.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers of Docker 28.5.2 (overlay2) to {@code POST /v1.44/build?version=2} with a Dockerfile as the whole context,
 * those named {@code classic-…} without the version. Only a name server's address is another, and lines end as on Unix.
 */
final class Recording {
    private Recording() {}

    static InputStream answer(String name) {
        return Recording.class.getResourceAsStream(name + ".jsonl");
    }

    static String dockerfile(String name) {
        try (InputStream file = Recording.class.getResourceAsStream(name + ".Dockerfile")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
