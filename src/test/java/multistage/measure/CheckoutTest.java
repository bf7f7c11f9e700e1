package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void commit() throws Exception {
        Files.writeString(folder.resolve("file"), "one");
        git("init", "-q");
        git("add", "file");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one");
    }

    @Test
    void aCommitIsToldByTwelveDigitsAndChangesBesideIt() throws IOException {
        assertThat(Checkout.commit(folder))
                .hasValueSatisfying(commit -> assertThat(commit).matches("[0-9a-f]{12}"));

        Files.writeString(folder.resolve("file"), "two");

        assertThat(Checkout.commit(folder))
                .hasValueSatisfying(commit -> assertThat(commit).endsWith("-dirty"));
    }

    @Test
    void aFolderWithinAnotherProjectOrInNoneHasNoCommit(@TempDir Path none) throws IOException {
        assertThat(Checkout.commit(Files.createDirectory(folder.resolve("within"))))
                .isEmpty();
        assertThat(Checkout.commit(none)).isEmpty();
        assertThat(Checkout.commit(none.resolve("missing"))).isEmpty();
    }

    private void git(String... words) throws Exception {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
