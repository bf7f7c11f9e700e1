package multistage.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Something that listens: whoever connects and asks is given the same answer, to the letter, or none at all. */
public final class FakeServer implements AutoCloseable {
    static final String PONG = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";

    private final ServerSocketChannel channel;
    private final SocketAddress address;

    private FakeServer(ServerSocketChannel channel, SocketAddress address) throws IOException {
        this.channel = channel.bind(address);
        this.address = channel.getLocalAddress();
    }

    /** Gives this answer on a free port of this machine. */
    public static FakeServer onPort(String answer) {
        return silentOnPort().answering(answer, "");
    }

    /** The same, and then this again and again until nobody listens any more. */
    public static FakeServer onPort(String answer, String forever) {
        return silentOnPort().answering(answer, forever);
    }

    /** Begins to answer so, and then says nothing more and does not hang up. */
    public static FakeServer breakingOffOnPort(String beginning) {
        return silentOnPort().handingOverTo(caller -> {
            try {
                caller.read(ByteBuffer.allocate(4096));
                write(beginning, caller);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Connections to it are made by the system, but nobody ever takes them. */
    public static FakeServer silentOnPort() {
        try {
            return new FakeServer(
                    ServerSocketChannel.open(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakeServer onSocket(Path file, String answer) {
        return silentOnSocket(file).answering(answer, "");
    }

    static FakeServer silentOnSocket(Path file) {
        try {
            return new FakeServer(
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an engine that was killed leaves: its socket's file, with nobody behind it. */
    static Address dead(Path file) {
        try (FakeServer gone = silentOnSocket(file)) {
            return gone.address();
        }
    }

    /** Its own address for a server on a port, for use after {@code http://}. */
    public String hostAndPort() {
        return "127.0.0.1:" + ((InetSocketAddress) address).getPort();
    }

    Address address() {
        return Address.usual(
                address instanceof UnixDomainSocketAddress file ? "unix://" + file : "tcp://" + hostAndPort());
    }

    /** Has this talk to each caller, on a thread of the caller's own. */
    FakeServer handingOverTo(Consumer<SocketChannel> talk) {
        OwnThread.of("fake server", () -> handOver(talk)).start();
        return this;
    }

    private void handOver(Consumer<SocketChannel> talk) {
        while (channel.isOpen()) {
            try {
                SocketChannel caller = channel.accept();
                OwnThread.of("fake server's caller", () -> talk.accept(caller)).start();
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private FakeServer answering(String answer, String forever) {
        Thread thread = new Thread(() -> serve(answer, forever), "fake server");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void serve(String answer, String forever) {
        while (channel.isOpen()) {
            try (SocketChannel caller = channel.accept()) {
                caller.read(ByteBuffer.allocate(4096));
                write(answer, caller);
                while (!forever.isEmpty()) {
                    write(forever, caller);
                }
            } catch (IOException closedOrHungUp) {
                continue;
            }
        }
    }

    private static void write(String text, SocketChannel caller) throws IOException {
        caller.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
