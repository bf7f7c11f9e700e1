package multistage.build;

import static multistage.build.fixtures.DemoFolder.DOCKERFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import multistage.build.fixtures.DemoFolder;
import multistage.facts.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no build is sent, and in which words that is refused. */
class ContextListingTest {
    @TempDir
    private Path around;

    private DemoFolder demo;

    @BeforeEach
    void aDemo() throws IOException {
        demo = DemoFolder.in(around);
    }

    @Test
    void aLinkThatLeadsOutIsRefusedByName() throws IOException {
        Files.writeString(around.resolve("secret"), "x");
        demo.link("sub/out", "../../secret");

        assertThatThrownBy(this::listed)
                .isInstanceOf(ContextRefused.class)
                .hasMessage(
                        "the link sub/out leads out of the folder, to ../../secret; a build is sent what lies in the demo's"
                                + " folder and nothing else: put there what it needs, or name the link in .dockerignore");
    }

    @Test
    void anAbsoluteLinkIsRefused() throws IOException {
        demo.link("passwords", "/etc/passwd");

        assertThatThrownBy(this::listed)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link passwords leads out of the folder, to /etc/passwd;");
    }

    @Test
    void aLinkThatLeadsOutByAnotherIsRefused() throws IOException {
        Files.writeString(around.resolve("secret"), "x");
        demo.link("a/b/top", "../..");
        demo.link("out", "a/b/top/../secret");

        assertThatThrownBy(this::listed)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link out leads out of the folder, to a/b/top/../secret;");
    }

    @Test
    void aDockerfileThatLeadsOutIsRefusedEvenIfIgnored() throws IOException {
        Files.move(demo.path().resolve(DOCKERFILE), around.resolve("outside"));
        demo.link(DOCKERFILE, "../outside");
        demo.write(".dockerignore", "*\n");

        assertThatThrownBy(this::listed)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link Dockerfile-multi leads out of the folder, to ../outside;");
    }

    @Test
    void anIgnoreFileThatLeadsOutIsNotReadAndRefused() throws IOException {
        Files.writeString(around.resolve("outside"), "*\n[");
        demo.link(".dockerignore", "../outside");

        assertThatThrownBy(this::listed)
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("the link .dockerignore leads out of the folder, to ../outside;");
    }

    @Test
    void aPipeIsRefusedByName() throws Exception {
        assumeThatCode(() -> new ProcessBuilder(
                                "mkfifo", demo.path().resolve("pipe").toString())
                        .start()
                        .waitFor())
                .doesNotThrowAnyException();

        assertThatThrownBy(this::listed)
                .isInstanceOf(ContextRefused.class)
                .hasMessage(
                        "pipe is a pipe or a device, which no build is sent; remove it, or name it in .dockerignore");
    }

    @Test
    void tooManyBytesAreRefusedWithTheLargestPart() throws IOException {
        demo.write("small/file", "x");
        demo.grow("big/a", 150 * Bytes.MB);
        demo.grow("big/b", 150 * Bytes.MB);

        assertThatThrownBy(this::listed)
                .isInstanceOf(ContextRefused.class)
                .hasMessage(
                        "the demo's folder holds 300 MB in 6 files, and a build is sent at most 200 MB in 20000 files; the"
                                + " largest is big/ with 300 MB in 3 files; name in .dockerignore what the build does not need");
    }

    @Test
    void tooManyFilesAreRefusedWithTheLargestPart() throws IOException {
        demo.grow("one", 1000);
        for (int i = 0; i < 9; i++) {
            demo.write("many/" + i, "");
        }

        assertThatThrownBy(() -> ContextListing.of(
                        demo.path(), DOCKERFILE, new ContextLimits(Bytes.MB, 10, 100, Duration.ofMinutes(1))))
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining(
                        "in 12 files, and a build is sent at most 1.00 MB in 10 files; the largest is many/");
    }

    @Test
    void aFolderWithoutEndIsNotLookedThrough() throws IOException {
        for (int i = 0; i < 20; i++) {
            demo.write("many/" + i, "");
        }
        demo.write(".dockerignore", "*\n!many/none\n");

        assertThatThrownBy(() -> ContextListing.of(
                        demo.path(), DOCKERFILE, new ContextLimits(Bytes.MB, 10, 15, Duration.ofMinutes(1))))
                .isInstanceOf(ContextRefused.class)
                .hasMessageContaining("16 files, and that was not all; name in .dockerignore");
    }

    @Test
    void norDoesTheNameOfTheFolder() {
        assertThatThrownBy(() -> ContextListing.of(around.resolve("a\nb"), DOCKERFILE, ContextLimits.USUAL))
                .isInstanceOf(ContextRefused.class)
                .hasMessageStartingWith("the folder " + around + "/a b cannot be looked through: ")
                .hasMessageEndingWith("/a b");
    }

    @Test
    void whatIsIgnoredDoesNotCount() throws IOException {
        demo.grow("big", 300 * Bytes.MB);
        demo.write(".dockerignore", "big\n");

        assertThat(listed()).extracting(ContextEntry::name).containsExactly(".dockerignore", DOCKERFILE);
    }

    private List<ContextEntry> listed() {
        return ContextListing.of(demo.path(), DOCKERFILE, ContextLimits.USUAL);
    }
}
