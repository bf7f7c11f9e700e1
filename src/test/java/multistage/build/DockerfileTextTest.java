package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTextTest {
    @TempDir
    private Path folder;

    private Path dockerfile;

    @BeforeEach
    void name() {
        dockerfile = folder.resolve("Dockerfile-multi");
    }

    @Test
    void aTextIsSomethingToBuildFrom() throws IOException {
        write("FROM scratch\n# été\n", StandardCharsets.UTF_8);

        assertThat(DockerfileText.read(dockerfile)).isEqualTo("FROM scratch\n# été\n");
    }

    @Test
    void soIsOneThatIsNotInUtf8() throws IOException {
        write("FROM scratch\n# été\n", StandardCharsets.ISO_8859_1);

        assertThat(DockerfileText.read(dockerfile)).isEqualTo("FROM scratch\n# \ufffdt\ufffd\n");
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedByNameAndNotRead(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "");
        Files.createSymbolicLink(dockerfile, secret);

        assertRefused()
                .hasMessage("Dockerfile-multi is a link that leads out of the demo's"
                        + " folder: put the file itself there");
    }

    @Test
    void aLinkWithinTheFolderIsTheFileThatItLeadsTo() throws IOException {
        Files.writeString(folder.resolve("real"), "FROM scratch\n");
        Files.createSymbolicLink(dockerfile, Path.of("real"));

        assertThat(DockerfileText.read(dockerfile)).isEqualTo("FROM scratch\n");
    }

    @Test
    void aFolderThatIsALinkIsRefusedWhereverThatLeads(@TempDir Path elsewhere) throws IOException {
        Files.writeString(dockerfile, "FROM scratch\n");
        Path link = Files.createSymbolicLink(elsewhere.resolve("eve"), folder);

        assertRefused(link.resolve("Dockerfile-multi"))
                .hasMessage("the folder eve is a link: put the folder itself there");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aDeviceAndAPipeAreNoFileAndNotWaitedFor() throws Exception {
        Files.createSymbolicLink(dockerfile, Path.of("pipe"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertRefused().hasMessageContaining("there is no Dockerfile-multi in ");

        Files.delete(dockerfile);
        Files.createSymbolicLink(dockerfile, Path.of("/dev/zero"));
        assertRefused().hasMessageContaining("Dockerfile-multi is a link that leads out");
    }

    @Test
    void aMissingFileIsNamedWithItsFolder() {
        assertRefused()
                .hasMessage("there is no Dockerfile-multi in " + folder.getFileName()
                        + ", which is empty; the lesson calls both of its files Dockerfile-multi, so that one overwrites the"
                        + " other: here the naive image's is called Dockerfile-naive");
    }

    @Test
    void soIsWhatIsThereInstead() throws IOException {
        Files.createFile(folder.resolve("Dockerfile-multi.txt"));
        Files.createFile(folder.resolve("Dockerfile-naive"));

        assertRefused().hasMessageContaining(", which holds Dockerfile-multi.txt, Dockerfile-naive; ");
    }

    @Test
    void ofManyFilesTheFirstAreNamed() {
        IntStream.range(10, 30).forEach(number -> make("file" + number));

        assertRefused().hasMessageContaining("holds file10, ").hasMessageContaining("file19, …; ");
    }

    @Test
    void theirNamesBreakNoLine() {
        make("a\n::error::b\u001b[31m");
        make("c".repeat(200));

        assertRefused().hasMessageContaining(", which holds a ::error::b, " + "c".repeat(99) + "…; ");
    }

    @Test
    void norDoesTheFoldersOwn() {
        assertRefused(folder.resolve("a\nb").resolve("Dockerfile-naive"))
                .hasMessageStartingWith("there is no Dockerfile-naive in a b; ");
    }

    @Test
    void aFolderIsNoDockerfile() throws IOException {
        Files.createDirectory(dockerfile);

        assertRefused().hasMessageContaining("there is no Dockerfile-multi in");
    }

    @Test
    void aFolderThatIsMissingItselfIsNamed() {
        assertRefused(folder.resolve("nowhere").resolve("Dockerfile-naive"))
                .hasMessageStartingWith("there is no Dockerfile-naive in nowhere; ");
    }

    @Test
    void ofMoreThanAnybodyWritesTheBeginningIsRead() throws IOException {
        write("#".repeat(2_000_001), StandardCharsets.UTF_8);

        assertThat(DockerfileText.read(dockerfile)).hasSize(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t"})
    void anEmptyOne(String text) throws IOException {
        write(text, StandardCharsets.UTF_8);

        assertRefused().hasMessage("Dockerfile-multi is empty");
    }

    @Test
    void oneThatIsNoText() throws IOException {
        write("PK\u0003\u0004\u0000\u0000", StandardCharsets.UTF_8);

        assertRefused().hasMessageStartingWith("Dockerfile-multi is no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void oneInUtf16(String charset) throws IOException {
        write("\ufeffFROM scratch", Charset.forName(charset));

        assertRefused().hasMessageStartingWith("Dockerfile-multi is text in UTF-16, and must be in UTF-8");
    }

    private AbstractThrowableAssert<?, ?> assertRefused() {
        return assertRefused(dockerfile);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Path file) {
        return assertThatThrownBy(() -> DockerfileText.read(file)).isInstanceOf(ContextRefused.class);
    }

    private void write(String text, Charset charset) throws IOException {
        Files.writeString(dockerfile, text, charset);
    }

    private void make(String name) {
        assertThat(folder.resolve(name)).satisfies(Files::createFile);
    }
}
