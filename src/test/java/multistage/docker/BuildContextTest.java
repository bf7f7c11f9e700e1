package multistage.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import multistage.facts.NotMeasured;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build is sent, byte for byte, and what it is not sent. */
class BuildContextTest {
    private static final String DOCKERFILE = "Dockerfile-multi";

    @TempDir
    private Path around;

    private Path demo;

    @BeforeEach
    void aDemo() throws IOException {
        demo = Files.createDirectory(around.resolve("demo"));
        write(DOCKERFILE, "FROM scratch\n");
    }

    @Test
    void whatIsIgnoredIsNotSentButTheDockerfileIs() throws IOException {
        write(".dockerignore", "*\n!keep/in\n");
        write("secret", "x");
        write("keep/in/file", "x");
        write("keep/out", "x");
        write("other/file", "x");

        assertThat(sent())
                .extracting(TarArchiveEntry::getName)
                .containsExactlyInAnyOrder(DOCKERFILE, "keep/", "keep/in/", "keep/in/file");
    }

    @Test
    void theDockerfileIsSentAsItIsToBeBuilt() throws IOException {
        Files.delete(demo.resolve(DOCKERFILE));
        write("real", "FROM golang");
        Files.createSymbolicLink(demo.resolve(DOCKERFILE), Path.of("real"));

        assertThat(new String(tar(context("FROM changed")), UTF_8)).contains("FROM changed", "FROM golang");
        assertThat(sent()).first().satisfies(entry -> assertThat(entry.isFile()).isTrue());
    }

    @Test
    void aLinkIsSentAsOneAndNotFollowed() throws IOException {
        write("a/file", "x");
        Files.createSymbolicLink(demo.resolve("a/up"), Path.of(".."));
        Files.createSymbolicLink(demo.resolve("circle"), Path.of("circle"));
        Files.writeString(around.resolve("secret"), "top secret");
        Files.createSymbolicLink(demo.resolve("out"), Path.of("../secret"));

        assertThat(sent())
                .filteredOn(TarArchiveEntry::isSymbolicLink)
                .extracting(TarArchiveEntry::getName, TarArchiveEntry::getLinkName)
                .containsExactlyInAnyOrder(tuple("a/up", ".."), tuple("circle", "circle"), tuple("out", "../secret"));
        assertThat(new String(tar(context()), UTF_8)).doesNotContain("top secret");
    }

    @Test
    void anIgnoreFileThatLeadsOutIsNotRead() throws IOException {
        Files.writeString(around.resolve("outside"), "[");
        Files.createSymbolicLink(demo.resolve(".dockerignore"), Path.of("../outside"));

        assertThat(sent()).extracting(TarArchiveEntry::getName).containsExactlyInAnyOrder(DOCKERFILE, ".dockerignore");
    }

    @Test
    void aSocketAndAPipeAreLeftOut() throws Exception {
        new ProcessBuilder("mkfifo", demo.resolve("pipe").toString()).start().waitFor();
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(demo.resolve("socket")));

            assertThat(sent()).extracting(TarArchiveEntry::getName).containsExactly(DOCKERFILE);
        }
    }

    @Test
    void tooMuchIsRefusedWithTheLargestPart() throws IOException {
        write("small/file", "x");
        grow("big/a", 150_000_000);
        grow("big/b", 150_000_000);

        assertThatThrownBy(this::context)
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("more than the 200 MB in 20000 files")
                .hasMessageEndingWith("most of it in big/; name in .dockerignore what the build does not need");

        write(".dockerignore", "big\n");
        assertThat(sent()).extracting(TarArchiveEntry::getName).contains("small/file");
    }

    @Test
    void aFileThatChangesWhileItIsSentIsRefused() throws IOException {
        write("a\nfile", "123456");
        BuildContext context = context();

        for (String other : List.of("1234567", "12345")) {
            write("a\nfile", other);
            assertThatThrownBy(() -> tar(context))
                    .isInstanceOf(NotMeasured.class)
                    .hasMessageStartingWith("a file cannot be sent to the build: ");
        }
        Files.delete(demo.resolve("a\nfile"));
        Files.writeString(around.resolve("other"), "123456");
        Files.createSymbolicLink(demo.resolve("a\nfile"), Path.of("../other"));
        assertThatThrownBy(() -> tar(context)).isInstanceOf(NotMeasured.class);
    }

    private BuildContext context() {
        return context("FROM scratch\n");
    }

    private BuildContext context(String dockerfile) {
        return new BuildContext(demo, DOCKERFILE, dockerfile.getBytes(UTF_8));
    }

    private List<TarArchiveEntry> sent() throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar(context())))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** As Testcontainers does it. */
    private static byte[] tar(BuildContext context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            context.transferTo(tar, "");
        }
        return bytes.toByteArray();
    }

    private Path write(String name, String text) throws IOException {
        Path file = demo.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A file of that many bytes, which takes no room. */
    private void grow(String name, long bytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(write(name, "").toFile(), "rw")) {
            sparse.setLength(bytes);
        }
    }
}
