package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    @Test
    void aCommitIsToldByTwelveDigitsAndChangesBesideIt(@TempDir Path folder, @TempDir Path none) throws Exception {
        Files.writeString(folder.resolve("file"), "one");
        git(folder, "init", "-q");
        git(folder, "add", "file");
        git(folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one");

        assertThat(Checkout.commit(folder).orElseThrow()).matches("[0-9a-f]{12}");

        Files.writeString(folder.resolve("file"), "two");

        assertThat(Checkout.commit(folder).orElseThrow()).endsWith("-dirty");
        assertThat(Checkout.commit(Files.createDirectory(folder.resolve("within"))))
                .as("a folder within another project")
                .isEmpty();
        assertThat(Checkout.commit(none)).isEmpty();
    }

    private static void git(Path folder, String... words) throws Exception {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
