package multistage.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** An engine as far as a heartbeat knows one: it keeps a line open, and answers each question as it is told to. */
final class FakeEngine implements AutoCloseable {
    /** In place of an answer: none, on a connection that stays open. */
    static final String SILENCE = "";

    static final String FAILURE = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";
    static final String UNKNOWN = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

    /** More than connections hold: it is written only once somebody listens. */
    private static final int EVENT = 1 << 20;

    private static final String LINE = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(EVENT) + "\r\n" + " ".repeat(EVENT) + "\r\n";
    private static final int AMPLE_SECONDS = 10;

    private final FakeServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<SocketChannel> callers = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<SocketChannel> askedForLine = new CompletableFuture<>();
    private final CompletableFuture<SocketChannel> line = new CompletableFuture<>();
    private final CompletableFuture<Void> hungUp = new CompletableFuture<>();
    private volatile CompletableFuture<String> answerToEvents = CompletableFuture.completedFuture(LINE);
    private volatile boolean dead;
    private volatile IntFunction<String> answers = question -> FakeServer.PONG;

    private FakeEngine(FakeServer server) {
        this.server = server.handingOverTo(this::talk);
    }

    static FakeEngine onSocket(Path file) {
        return new FakeEngine(FakeServer.silentOnSocket(file));
    }

    static FakeEngine onPort() {
        return new FakeEngine(FakeServer.silentOnPort());
    }

    /** Knows no events, so that there is no line to it. */
    FakeEngine withoutEvents() {
        answerToEvents = CompletableFuture.completedFuture(UNKNOWN);
        return this;
    }

    /** Opens a line only when told to. */
    FakeEngine slowToOpenALine() {
        answerToEvents = new CompletableFuture<>();
        return this;
    }

    /** Answers its questions, which count from one, like this. */
    FakeEngine answering(IntFunction<String> answer) {
        answers = answer;
        return this;
    }

    Address address() {
        return server.address();
    }

    /** The first lines of all that it was asked, but for the line. */
    List<String> asked() {
        return asked;
    }

    /** Waits until somebody listens at the other end of the line. */
    FakeEngine awaitLine() {
        line.orTimeout(AMPLE_SECONDS, TimeUnit.SECONDS).join();
        return this;
    }

    /** Waits until somebody wants a line, which may not be open yet. */
    FakeEngine awaitWishForLine() {
        askedForLine.orTimeout(AMPLE_SECONDS, TimeUnit.SECONDS).join();
        return this;
    }

    void openLine() {
        answerToEvents.complete(LINE);
    }

    void endLine() {
        awaitLine();
        hangUpOn(line.join());
    }

    /** Done when either end of the line has hung up. */
    CompletableFuture<Void> hungUp() {
        return hungUp;
    }

    /** Ends every connection, and refuses others from then on. */
    void die() {
        dead = true;
        server.close();
        callers.forEach(FakeEngine::hangUpOn);
    }

    @Override
    public void close() {
        die();
    }

    private void talk(SocketChannel caller) {
        callers.add(caller);
        try (caller) {
            if (dead) {
                return;
            }
            String request = request(caller);
            if (request.startsWith("GET /events?")) {
                keepLine(caller);
            } else {
                asked.add(request);
                write(answers.apply(asked.size()), caller);
                awaitEnd(caller);
            }
        } catch (IOException cut) {
            return; // by either end
        }
    }

    private void keepLine(SocketChannel caller) throws IOException {
        askedForLine.complete(caller);
        try {
            write(answerToEvents.join(), caller);
            line.complete(caller);
            awaitEnd(caller);
        } finally {
            hungUp.complete(null);
        }
    }

    private static String request(SocketChannel caller) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!read.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            if (caller.read(one.clear()) < 0) {
                throw new IOException("hung up before all was asked");
            }
            read.write(one.get(0));
        }
        return read.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    }

    private static void write(String text, SocketChannel caller) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            caller.write(bytes);
        }
    }

    private static void awaitEnd(SocketChannel caller) throws IOException {
        ByteBuffer ignored = ByteBuffer.allocate(64);
        while (caller.read(ignored.clear()) >= 0) {
            continue;
        }
    }

    private static void hangUpOn(SocketChannel caller) {
        try {
            caller.close();
        } catch (IOException gone) {
            return;
        }
    }
}
