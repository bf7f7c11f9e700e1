package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import multistage.docker.fixtures.FakeDocker;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class ImageFilesTest {
    private final FakeDocker docker = new FakeDocker();
    private final AtomicInteger made = new AtomicInteger();
    private final ImageFiles files = new ImageFiles(docker.client(), this::container);

    @Test
    void aFileIsReadWhole() throws IOException {
        holds("/etc/passwd", file("root"));

        assertThat(read("/etc/passwd")).contains("root");
    }

    @Test
    void linksAreFollowedFromWhereTheyLie() throws IOException {
        holds("/bin/a", link("b"));
        holds("/bin/b", link("/usr/bin/c"));
        holds("/usr/bin/c", file("program"));

        assertThat(read("/bin/a")).contains("program");
    }

    @Test
    void linksInACircleLeadNowhere() throws IOException {
        holds("/bin/a", link("a"));

        assertThat(read("/bin/a")).isEmpty();
        assertThat(docker.asked()).hasSize(6);
    }

    @Test
    void whatIsMissingIsNotThere() throws IOException {
        docker.answer("copyArchiveFromContainerCmd(c1, /none)", new NotFoundException("no such file"));

        assertThat(read("/none")).isEmpty();
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        holds("/etc", tar(new TarArchiveEntry("etc/"), ""));

        assertThat(read("/etc")).isEmpty();
    }

    @Test
    void aFileUpToTheLimitIsReadAndALargerOneRefused() throws IOException {
        holds("/ten", file("0123456789"));
        holds("/eleven", file("01234567890"));

        assertThat(read("/ten")).isPresent();
        assertThatIOException()
                .isThrownBy(() -> read("/eleven"))
                .withMessage("/eleven is of 11 B, and no more than 10 B of it is read");
    }

    @Test
    void aFileThatIsCutIsAnError() {
        holds("/cut", Arrays.copyOf(file("0123456789"), 512 + 5));

        assertThatIOException().isThrownBy(() -> read("/cut"));
    }

    @Test
    void oneContainerServesAllFilesAndIsRemovedAtTheEnd() throws IOException {
        holds("/a", file("a"));
        read("/a");
        read("/a");
        files.close();

        assertThat(made).hasValue(1);
        assertThat(docker.asked()).last().isEqualTo("removeContainerCmd(c1).withForce(true).withRemoveVolumes(true)");
    }

    @Test
    void whereNoFileIsAskedForThereIsNoContainer() {
        files.close();

        assertThat(made).hasValue(0);
        assertThat(docker.asked()).isEmpty();
    }

    private String container() {
        return "c" + made.incrementAndGet();
    }

    private Optional<String> read(String path) throws IOException {
        return files.read(path, 10).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private void holds(String path, byte[] tar) {
        Supplier<InputStream> copied = () -> new ByteArrayInputStream(tar);
        docker.answer("copyArchiveFromContainerCmd(c1, " + path + ")", copied);
    }

    private static byte[] file(String content) {
        return tar(new TarArchiveEntry("file"), content);
    }

    private static byte[] link(String target) {
        TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        return tar(link, "");
    }

    private static byte[] tar(TarArchiveEntry entry, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            entry.setSize(content.length());
            tar.putArchiveEntry(entry);
            tar.write(content.getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
