package multistage.build;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A build's log as it is written: each line at once to the console, marked with the image's name, and to a file. */
final class BuildLog implements AutoCloseable {
    private static final int LAST_LINES = 30;

    private final String mark;
    private final PrintStream console;
    private final Path file;
    private final PrintWriter writer;
    private final Deque<String> last = new ArrayDeque<>();

    BuildLog(String mark, PrintStream console, Path file) {
        this.mark = mark;
        this.console = console;
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            this.writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the build log " + file, e);
        }
    }

    /** Removes what an earlier run left there, which would be taken for the log of a build that was not even begun. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the build log of an earlier run, " + file, e);
        }
    }

    synchronized void line(String line) {
        console.println(mark + " | " + line);
        writer.println(line);
        last.addLast(line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    /** The last lines, for a failure's message. */
    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    Path file() {
        return file;
    }

    @Override
    public synchronized void close() {
        writer.close();
    }
}
