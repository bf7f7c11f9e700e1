package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import multistage.facts.Message;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoDockerfileTest {
    @TempDir
    private Path folder;

    @Test
    void aTextIsSomethingToBuildFrom() throws IOException {
        assertThat(whyWith("FROM scratch\n# été\n")).isEmpty();
    }

    @Test
    void soIsOneThatIsNotInUtf8() throws IOException {
        assertThat(whyWith("FROM scratch\n# été\n", StandardCharsets.ISO_8859_1))
                .isEmpty();
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedByNameAndNotRead(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "");
        Files.createSymbolicLink(folder.resolve("Dockerfile-multi"), secret);

        assertThat(why())
                .contains(
                        "the multi-stage image cannot be built: Dockerfile-multi is a link that leads out of the demo's"
                                + " folder: put the file itself there");
    }

    @Test
    void aLinkWithinTheFolderIsTheFileThatItLeadsTo() throws IOException {
        Files.writeString(folder.resolve("real"), "FROM scratch\n");
        Files.createSymbolicLink(folder.resolve("Dockerfile-multi"), Path.of("real"));

        assertThat(why()).isEmpty();
    }

    @Test
    void aFolderThatIsALinkIsRefusedWhereverThatLeads(@TempDir Path elsewhere) throws IOException {
        Files.writeString(folder.resolve("Dockerfile-multi"), "FROM scratch\n");
        Path link = Files.createSymbolicLink(elsewhere.resolve("eve"), folder);

        assertThat(NoDockerfile.why(link.resolve("Dockerfile-multi"), Variant.MULTI)
                        .map(Message::english))
                .contains(
                        "the multi-stage image cannot be built: the folder eve is a link: put the folder itself there");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aDeviceAndAPipeAreNoFileAndNotWaitedFor() throws Exception {
        Path dockerfile = folder.resolve("Dockerfile-multi");
        Files.createSymbolicLink(dockerfile, Path.of("pipe"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(why().orElseThrow()).contains("there is no Dockerfile-multi in ");

        Files.delete(dockerfile);
        Files.createSymbolicLink(dockerfile, Path.of("/dev/zero"));
        assertThat(why().orElseThrow()).contains("Dockerfile-multi is a link that leads out");
    }

    @Test
    void aMissingFileIsNamedWithItsFolder() {
        assertThat(why())
                .contains(
                        "the multi-stage image cannot be built: there is no Dockerfile-multi in " + folder.getFileName()
                                + ", which is empty; the lesson calls both of its files Dockerfile-multi, so that one overwrites the"
                                + " other: here the naive image's is called Dockerfile-naive");
    }

    @Test
    void soIsWhatIsThereInstead() throws IOException {
        Files.createFile(folder.resolve("Dockerfile-multi.txt"));
        Files.createFile(folder.resolve("Dockerfile-naive"));

        assertThat(why().orElseThrow()).contains(", which holds Dockerfile-multi.txt, Dockerfile-naive; ");
    }

    @Test
    void ofManyFilesTheFirstAreNamed() {
        IntStream.range(10, 30).forEach(number -> make("file" + number));

        assertThat(why().orElseThrow()).contains("holds file10, ").contains("file19, …; ");
    }

    @Test
    void theirNamesBreakNoLine() {
        make("a\n::error::b\u001b[31m");
        make("c".repeat(200));

        assertThat(why().orElseThrow()).contains(", which holds a ::error::b, " + "c".repeat(100) + "…; ");
    }

    @Test
    void norDoesTheFoldersOwn() {
        assertThat(NoDockerfile.why(folder.resolve("a\nb").resolve("Dockerfile-naive"), Variant.NAIVE)
                        .orElseThrow()
                        .english())
                .contains("there is no Dockerfile-naive in a b; ");
    }

    @Test
    void aFolderIsNoDockerfile() throws IOException {
        Files.createDirectory(folder.resolve("Dockerfile-multi"));

        assertThat(why().orElseThrow()).contains("there is no Dockerfile-multi in");
    }

    @Test
    void aFolderThatIsMissingItselfIsNamed() {
        assertThat(NoDockerfile.why(folder.resolve("nowhere").resolve("Dockerfile-naive"), Variant.NAIVE)
                        .orElseThrow()
                        .english())
                .startsWith("the naive image cannot be built: there is no Dockerfile-naive in nowhere; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t"})
    void anEmptyOne(String text) throws IOException {
        assertThat(whyWith(text)).contains("the multi-stage image cannot be built: Dockerfile-multi is empty");
    }

    @Test
    void oneThatIsNoText() throws IOException {
        assertThat(whyWith("PK\u0003\u0004\u0000\u0000").orElseThrow()).contains("Dockerfile-multi is no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void oneInUtf16(String charset) throws IOException {
        assertThat(whyWith("\ufeffFROM scratch", Charset.forName(charset)).orElseThrow())
                .contains("Dockerfile-multi is text in UTF-16, and must be in UTF-8");
    }

    private Optional<String> whyWith(String text) throws IOException {
        return whyWith(text, StandardCharsets.UTF_8);
    }

    private Optional<String> whyWith(String text, Charset charset) throws IOException {
        Files.writeString(folder.resolve("Dockerfile-multi"), text, charset);
        return why();
    }

    private Optional<String> why() {
        return NoDockerfile.why(folder.resolve("Dockerfile-multi"), Variant.MULTI)
                .map(Message::english);
    }

    private void make(String name) {
        assertThat(folder.resolve(name)).satisfies(Files::createFile);
    }
}
