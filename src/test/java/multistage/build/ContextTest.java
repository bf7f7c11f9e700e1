package multistage.build;

import static multistage.build.fixtures.DemoFolder.DOCKERFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import multistage.build.fixtures.DemoFolder;
import multistage.facts.Bytes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build is sent, byte for byte. */
class ContextTest {
    @TempDir
    private Path around;

    private DemoFolder demo;

    @BeforeEach
    void aDemo() throws IOException {
        demo = DemoFolder.in(around);
    }

    @Test
    void allOfTheFolderIsSentInTheOrderOfItsNames() throws IOException {
        demo.write("src/b.go", "b");
        demo.write("src/a/a.go", "a");
        demo.write("Dockerfile", "another");
        demo.write(".dockerignore", "nothing\n");
        Files.createDirectory(demo.path().resolve("empty"));

        assertThat(sent())
                .extracting(TarArchiveEntry::getName)
                .containsExactly(
                        ".dockerignore",
                        "Dockerfile",
                        DOCKERFILE,
                        "empty/",
                        "src/",
                        "src/a/",
                        "src/a/a.go",
                        "src/b.go");
    }

    @Test
    void aFileIsSentWithItsBytesItsPermissionsAndItsTimeAndWithoutItsOwner() throws IOException {
        Path run = demo.write("é/run", "#!/bin/sh\n");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(run, FileTime.fromMillis(1_600_000_000_123L));

        assertThat(sent()).last().satisfies(entry -> {
            assertThat(entry.getName()).isEqualTo("é/run");
            assertThat(entry.getMode()).isEqualTo(0751);
            assertThat(entry.getLastModifiedTime().toMillis()).isEqualTo(1_600_000_000_123L);
            assertThat(entry.getSize()).isEqualTo(10);
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getUserName()).isEmpty();
            assertThat(entry.getGroupName()).isEmpty();
        });
        assertThat(new String(tar(), StandardCharsets.UTF_8)).contains("#!/bin/sh\n");
    }

    @Test
    void whatIsIgnoredIsNotSentButTheDockerfileIs() throws IOException {
        demo.write(".dockerignore", "*\n!keep/in\n");
        demo.write("secret", "x");
        demo.write("keep/in/file", "x");
        demo.write("keep/out", "x");
        demo.write("other/file", "x");

        assertThat(sent())
                .extracting(TarArchiveEntry::getName)
                .containsExactly(DOCKERFILE, "keep/", "keep/in/", "keep/in/file");
    }

    @Test
    void theIgnoreFileOfTheDockerfileGoesFirst() throws IOException {
        demo.write(".dockerignore", "a\n");
        demo.write("Dockerfile-multi.dockerignore", "b\n.dockerignore\n");
        demo.write("a", "x");
        demo.write("b", "x");

        assertThat(sent())
                .extracting(TarArchiveEntry::getName)
                .containsExactly(DOCKERFILE, "Dockerfile-multi.dockerignore", "a");
    }

    @Test
    void aLinkThatStaysInTheFolderIsSentAsOneAndNotFollowed() throws IOException {
        demo.write("a/file", "x");
        demo.link("a/up", "..");
        demo.link("circle", "circle");
        demo.link("nowhere", "a/none");

        assertThat(sent())
                .filteredOn(TarArchiveEntry::isSymbolicLink)
                .extracting(TarArchiveEntry::getName, TarArchiveEntry::getLinkName)
                .containsExactly(tuple("a/up", ".."), tuple("circle", "circle"), tuple("nowhere", "a/none"));
    }

    @Test
    void aDockerfileThatIsALinkIsSentAsTheFileThatItLeadsTo() throws IOException {
        Files.delete(demo.path().resolve(DOCKERFILE));
        demo.write("real", "FROM scratch # real\n");
        demo.link(DOCKERFILE, "real");

        assertThat(sent()).first().satisfies(entry -> {
            assertThat(entry.isFile()).isTrue();
            assertThat(entry.getSize()).isEqualTo("FROM scratch # real\n".length());
        });
    }

    @Test
    void aLinkThatLeadsOutAndIsIgnoredDoesNoHarm() throws IOException {
        demo.link("passwords", "/etc/passwd");
        demo.write(".dockerignore", "passwords\n");

        assertThat(sent()).extracting(TarArchiveEntry::getName).containsExactly(".dockerignore", DOCKERFILE);
    }

    @Test
    void aSocketIsSentAsAnEmptyFile() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(demo.path().resolve("socket")));

            assertThat(sent()).last().satisfies(entry -> {
                assertThat(entry.getName()).isEqualTo("socket");
                assertThat(entry.isFile()).isTrue();
                assertThat(entry.getSize()).isZero();
            });
        }
    }

    @Test
    void anEngineThatStopsListeningIsNotTheFoldersFault() throws IOException {
        demo.grow("file", Bytes.MB);
        Context context = Context.of(demo.path(), DOCKERFILE);
        OutputStream deaf = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Pipe broken");
            }
        };

        assertThatThrownBy(() -> context.transferTo(new TarArchiveOutputStream(deaf), ""))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("Pipe broken");
    }

    @Test
    void aFileThatChangesWhileItIsSentIsRefused() throws IOException {
        demo.write("file", "123456");
        Context context = Context.of(demo.path(), DOCKERFILE);

        demo.write("file", "1234567");
        assertRefused(context, "file became longer while it was sent to the build; run this again when");
        demo.write("file", "12345");
        assertRefused(context, "file became shorter while it was sent to the build; run this again when");
        Files.delete(demo.path().resolve("file"));
        assertRefused(context, "file cannot be sent to the build, since it cannot be read: java.nio.file.NoSuchFile");
    }

    @Test
    void aNameBreaksNoLineOfARefusal() throws IOException {
        demo.write("a\nb\u001b[31m", "123456");
        Context context = Context.of(demo.path(), DOCKERFILE);
        Files.delete(demo.path().resolve("a\nb\u001b[31m"));

        assertThatThrownBy(() -> tar(context))
                .isInstanceOf(ContextRefused.class)
                .hasMessageStartingWith("a b cannot be sent to the build, since it cannot be read: ")
                .hasMessageEndingWith("/a b");
    }

    @Test
    void aFileThatBecomesALinkIsNotFollowed() throws IOException {
        demo.write("file", "123456");
        Files.writeString(around.resolve("secret"), "secret");
        Context context = Context.of(demo.path(), DOCKERFILE);
        Files.delete(demo.path().resolve("file"));
        demo.link("file", "../secret");

        assertRefused(context, "file cannot be sent to the build, since it cannot be read");
    }

    private static void assertRefused(Context context, String message) {
        assertThatThrownBy(() -> tar(context))
                .isInstanceOf(ContextRefused.class)
                .hasMessageStartingWith(message);
    }

    private List<TarArchiveEntry> sent() throws IOException {
        return entries(tar());
    }

    private byte[] tar() throws IOException {
        return tar(Context.of(demo.path(), DOCKERFILE));
    }

    /** As Testcontainers does it. */
    private static byte[] tar(Context context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            context.transferTo(tar, "");
        }
        return bytes.toByteArray();
    }

    private static List<TarArchiveEntry> entries(byte[] tar) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                in.readAllBytes();
                entries.add(entry);
            }
        }
        return entries;
    }
}
