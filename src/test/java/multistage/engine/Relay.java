package multistage.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * For tests: stands between a run and a real engine, as a socket of its own, and gets into trouble as an engine does at the
 * moment when the run asks for a certain thing.
 */
public final class Relay implements AutoCloseable {
    /** What becomes of the engine, as the run sees it. */
    public enum Trouble {
        /** All connections end, and there are no more. */
        DIES,
        /** All connections end, and new ones are taken. */
        RESTARTS,
        /** Connections are taken, and nothing is ever answered. */
        HANGS
    }

    private final Path engine;
    private final Pattern moment;
    private final Trouble trouble;
    private final ServerSocketChannel entrance;
    private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean troubled;

    /**
     * @param engine the real engine's socket
     * @param socket its own
     * @param moment what the request that brings the trouble begins with
     */
    public Relay(Path engine, Path socket, Pattern moment, Trouble trouble) {
        this.engine = engine;
        this.moment = moment;
        this.trouble = trouble;
        try {
            entrance = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OwnThread.of("a relay", this::takeConnections).start();
    }

    private void takeConnections() {
        try {
            while (true) {
                SocketChannel run = entrance.accept();
                SocketChannel real = SocketChannel.open(UnixDomainSocketAddress.of(engine));
                connections.add(run);
                connections.add(real);
                OwnThread.of("requests", () -> pass(run, real, true)).start();
                OwnThread.of("answers", () -> pass(real, run, false)).start();
            }
        } catch (IOException closed) {
            endConnections();
        }
    }

    private void pass(SocketChannel from, SocketChannel to, boolean requests) {
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        try (from;
                to) {
            while (from.read(bytes.clear()) >= 0) {
                bytes.flip();
                if (requests && moment.matcher(text(bytes)).lookingAt()) {
                    getIntoTrouble();
                }
                while (!hangs() && bytes.hasRemaining()) {
                    to.write(bytes);
                }
            }
        } catch (IOException ended) {
            connections.remove(from);
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }

    private void getIntoTrouble() {
        troubled = true;
        if (trouble == Trouble.DIES) {
            close();
        }
        if (trouble != Trouble.HANGS) {
            endConnections();
        }
    }

    private boolean hangs() {
        return troubled && trouble == Trouble.HANGS;
    }

    private void endConnections() {
        connections.forEach(Relay::close);
    }

    @Override
    public void close() {
        close(entrance);
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
