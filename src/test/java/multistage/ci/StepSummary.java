package multistage.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import multistage.page.Document;
import multistage.page.Markdown;

/**
 * The page of a job on GitHub Actions, which takes Markdown from the file that GITHUB_STEP_SUMMARY names (GitHub,
 * "Workflow commands", "Adding a job summary": at most 1 MiB a step; without the pictures, which have no address there).
 */
final class StepSummary {
    /** GitHub shows nothing of a longer one. */
    static final int LIMIT = 1024 * 1024;

    private final Optional<Path> file;

    /** @param file what GITHUB_STEP_SUMMARY names; null or blank outside GitHub Actions */
    StepSummary(String file) {
        this.file = Optional.ofNullable(file).filter(name -> !name.isBlank()).map(Path::of);
    }

    /**
     * Adds a document to what others wrote there, as far as there is room.
     *
     * @param document made where there is a page to add it to, and nowhere else
     * @param rest says where all of it is, where there is not room for it
     */
    void add(Supplier<Document> document, String rest) {
        file.ifPresent(there -> {
            String text = "\n" + new Markdown(document.get(), false).render();
            try {
                long taken = Files.exists(there) ? Files.size(there) : 0;
                Files.writeString(
                        there,
                        fitting(text, LIMIT - taken, "\n" + rest + "\n"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("GITHUB_STEP_SUMMARY names " + there + ", which cannot be written", e);
            }
        });
    }

    /** The text, or those of its first lines that are no longer in UTF-8 than there is room. */
    private static String fitting(String text, long room, String rest) {
        if (size(text) <= room) {
            return text;
        }
        StringBuilder lines = new StringBuilder();
        long left = room - size(rest);
        for (String line : text.split("(?<=\n)")) {
            left -= size(line);
            if (left < 0) {
                break;
            }
            lines.append(line);
        }
        return lines.isEmpty() ? "" : lines + rest;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
