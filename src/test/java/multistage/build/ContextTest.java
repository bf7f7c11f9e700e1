package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import multistage.facts.Bytes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextTest {
    private static final String DOCKERFILE = "Dockerfile-multi";

    @TempDir
    private Path around;

    private Path folder;

    @BeforeEach
    void aDemo() throws IOException {
        folder = Files.createDirectory(around.resolve("demo"));
        write(DOCKERFILE, "FROM scratch\n");
    }

    @Test
    void allOfTheFolderIsSentInTheOrderOfItsNames() throws IOException {
        write("src/b.go", "b");
        write("src/a/a.go", "a");
        write("Dockerfile", "another");
        write(".dockerignore", "nothing\n");
        Files.createDirectory(folder.resolve("empty"));

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
        Path run = write("é/run", "#!/bin/sh\n");
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
        write(".dockerignore", "*\n!keep/in\n");
        write("secret", "x");
        write("keep/in/file", "x");
        write("keep/out", "x");
        write("other/file", "x");

        assertThat(sent())
                .extracting(TarArchiveEntry::getName)
                .containsExactly(DOCKERFILE, "keep/", "keep/in/", "keep/in/file");
    }

    @Test
    void theIgnoreFileOfTheDockerfileGoesFirst() throws IOException {
        write(".dockerignore", "a\n");
        write("Dockerfile-multi.dockerignore", "b\n.dockerignore\n");
        write("a", "x");
        write("b", "x");

        assertThat(sent())
                .extracting(TarArchiveEntry::getName)
                .containsExactly(DOCKERFILE, "Dockerfile-multi.dockerignore", "a");
    }

    @Test
    void aLinkThatStaysInTheFolderIsSentAsOneAndNotFollowed() throws IOException {
        write("a/file", "x");
        link("a/up", "..");
        link("circle", "circle");
        link("nowhere", "a/none");

        assertThat(sent())
                .filteredOn(TarArchiveEntry::isSymbolicLink)
                .extracting(TarArchiveEntry::getName, TarArchiveEntry::getLinkName)
                .containsExactly(tuple("a/up", ".."), tuple("circle", "circle"), tuple("nowhere", "a/none"));
    }

    @Test
    void aDockerfileThatIsALinkIsSentAsTheFileThatItLeadsTo() throws IOException {
        Files.delete(folder.resolve(DOCKERFILE));
        write("real", "FROM scratch # real\n");
        link(DOCKERFILE, "real");

        assertThat(sent()).first().satisfies(entry -> {
            assertThat(entry.isFile()).isTrue();
            assertThat(entry.getSize()).isEqualTo("FROM scratch # real\n".length());
        });
    }

    @Test
    void aLinkThatLeadsOutIsRefusedByName() throws IOException {
        Files.writeString(around.resolve("secret"), "x");
        link("sub/out", "../../secret");

        assertThatThrownBy(this::sent)
                .isInstanceOf(ContextRefused.class)
                .hasMessage(
                        "the link sub/out leads out of the folder, to ../../secret; a build is sent what lies in the demo's"
                                + " folder and nothing else: put there what it needs, or name the link in .dockerignore");
    }

    @Test
    void anAbsoluteLinkIsRefused() throws IOException {
        link("passwords", "/etc/passwd");

        assertThatThrownBy(this::sent)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link passwords leads out of the folder, to /etc/passwd;");
    }

    @Test
    void aLinkThatLeadsOutByAnotherIsRefused() throws IOException {
        Files.writeString(around.resolve("secret"), "x");
        link("a/b/top", "../..");
        link("out", "a/b/top/../secret");

        assertThatThrownBy(this::sent)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link out leads out of the folder, to a/b/top/../secret;");
    }

    @Test
    void aDockerfileThatLeadsOutIsRefusedEvenIfIgnored() throws IOException {
        Files.move(folder.resolve(DOCKERFILE), around.resolve("outside"));
        link(DOCKERFILE, "../outside");
        write(".dockerignore", "*\n");

        assertThatThrownBy(this::sent)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link Dockerfile-multi leads out of the folder, to ../outside;");
    }

    @Test
    void anIgnoreFileThatLeadsOutIsNotReadAndRefused() throws IOException {
        Files.writeString(around.resolve("outside"), "*\n[");
        link(".dockerignore", "../outside");

        assertThatThrownBy(this::sent)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link .dockerignore leads out of the folder, to ../outside;");
    }

    @Test
    void aLinkThatLeadsOutAndIsIgnoredDoesNoHarm() throws IOException {
        link("passwords", "/etc/passwd");
        write(".dockerignore", "passwords\n");

        assertThat(sent()).extracting(TarArchiveEntry::getName).containsExactly(".dockerignore", DOCKERFILE);
    }

    @Test
    void aPipeIsRefusedByName() throws Exception {
        assumeThatCode(() -> new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .doesNotThrowAnyException();

        assertThatThrownBy(this::sent)
                .isInstanceOf(ContextRefused.class)
                .hasMessage(
                        "pipe is a pipe or a device, which no build is sent; remove it, or name it in .dockerignore");
    }

    @Test
    void aSocketIsSentAsAnEmptyFile() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));

            assertThat(sent()).last().satisfies(entry -> {
                assertThat(entry.getName()).isEqualTo("socket");
                assertThat(entry.isFile()).isTrue();
                assertThat(entry.getSize()).isZero();
            });
        }
    }

    @Test
    void tooManyBytesAreRefusedWithTheLargestPart() throws IOException {
        write("small/file", "x");
        grow(write("big/a", ""), 150 * Bytes.MB);
        grow(write("big/b", ""), 150 * Bytes.MB);

        assertThatThrownBy(this::sent)
                .isInstanceOf(ContextRefused.class)
                .hasMessage(
                        "the demo's folder holds 300 MB in 6 files, and a build is sent at most 200 MB in 20000 files; the"
                                + " largest is big/ with 300 MB in 3 files; name in .dockerignore what the build does not need");
    }

    @Test
    void tooManyFilesAreRefusedWithTheLargestPart() throws IOException {
        grow(write("one", ""), 1000);
        for (int i = 0; i < 9; i++) {
            write("many/" + i, "");
        }

        assertThatThrownBy(() -> ContextListing.of(
                        folder, DOCKERFILE, new ContextLimits(Bytes.MB, 10, 100, Duration.ofMinutes(1))))
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining(
                        "in 12 files, and a build is sent at most 1.00 MB in 10 files; the largest is many/");
    }

    @Test
    void whatIsIgnoredDoesNotCount() throws IOException {
        grow(write("big", ""), 300 * Bytes.MB);
        write(".dockerignore", "big\n");

        assertThat(Context.of(folder, DOCKERFILE).getSize()).isEqualTo("FROM scratch\nbig\n".length());
    }

    @Test
    void aFolderWithoutEndIsNotLookedThrough() throws IOException {
        for (int i = 0; i < 20; i++) {
            write("many/" + i, "");
        }
        write(".dockerignore", "*\n!many/none\n");

        assertThatThrownBy(() -> ContextListing.of(
                        folder, DOCKERFILE, new ContextLimits(Bytes.MB, 10, 15, Duration.ofMinutes(1))))
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("16 files, and that was not all; name in .dockerignore");
    }

    @Test
    void aFileThatChangesWhileItIsSentIsRefused() throws IOException {
        write("file", "123456");
        Context context = Context.of(folder, DOCKERFILE);

        write("file", "1234567");
        assertRefused(context, "file became longer while it was sent to the build; run this again when");
        write("file", "12345");
        assertRefused(context, "file became shorter while it was sent to the build; run this again when");
        Files.delete(folder.resolve("file"));
        assertRefused(context, "file cannot be sent to the build, since it cannot be read: java.nio.file.NoSuchFile");
    }

    @Test
    void aNameBreaksNoLineOfARefusal() throws IOException {
        write("a\nb\u001b[31m", "123456");
        Context context = Context.of(folder, DOCKERFILE);
        Files.delete(folder.resolve("a\nb\u001b[31m"));

        assertThatThrownBy(() -> tar(context))
                .isInstanceOf(ContextRefused.class)
                .hasMessageStartingWith("a b cannot be sent to the build, since it cannot be read: ")
                .hasMessageEndingWith("/a b");
    }

    @Test
    void norDoesTheNameOfTheFolder() {
        assertThatThrownBy(() -> Context.of(around.resolve("a\nb"), DOCKERFILE))
                .isInstanceOf(ContextRefused.class)
                .hasMessageStartingWith("the folder " + around + "/a b cannot be looked through: ")
                .hasMessageEndingWith("/a b");
    }

    @Test
    void aFileThatBecomesALinkIsNotFollowed() throws IOException {
        write("file", "123456");
        Files.writeString(around.resolve("secret"), "secret");
        Context context = Context.of(folder, DOCKERFILE);
        Files.delete(folder.resolve("file"));
        link("file", "../secret");

        assertRefused(context, "file cannot be sent to the build, since it cannot be read");
    }

    @Test
    void anEngineThatStopsListeningIsNotTheFoldersFault() throws IOException {
        grow(write("file", ""), Bytes.MB);
        Context context = Context.of(folder, DOCKERFILE);
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

    private static void assertRefused(Context context, String message) {
        assertThatThrownBy(() -> tar(context))
                .isInstanceOf(ContextRefused.class)
                .hasMessageStartingWith(message);
    }

    private List<TarArchiveEntry> sent() throws IOException {
        return entries(tar());
    }

    private byte[] tar() throws IOException {
        return tar(Context.of(folder, DOCKERFILE));
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

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void link(String name, String target) throws IOException {
        Path link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    private static void grow(Path file, long size) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
    }
}
