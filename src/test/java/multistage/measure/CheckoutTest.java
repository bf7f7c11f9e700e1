package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void aCheckoutIsNamedByItsCommitAndByWhetherFilesDifferFromIt() throws IOException {
        assumeThat(git("--version")).as("git is here").isTrue();
        commitOneFile();

        assertThat(Checkout.commit(folder)).get().asString().matches("[0-9a-f]{12}");

        Files.writeString(folder.resolve("file"), "changed");
        assertThat(Checkout.commit(folder)).get().asString().matches("[0-9a-f]{12}-dirty");
    }

    @Test
    void aFolderInsideAnotherProjectsCheckoutIsNone() throws IOException {
        assumeThat(git("--version")).as("git is here").isTrue();
        commitOneFile();

        assertThat(Checkout.commit(Files.createDirectory(folder.resolve("unpacked"))))
                .isEmpty();
    }

    @Test
    void anyOtherFolderIsNone() {
        assertThat(Checkout.commit(folder)).isEmpty();
    }

    @Test
    void withoutGitNothingIsTold() {
        assertThat(Checkout.commit(folder, List.of("no-such-program"), AMPLE)).isEmpty();
    }

    @Test
    void whoeverTakesTooLongIsNotWaitedFor() {
        assertThat(CompletableFuture.supplyAsync(
                        () -> Checkout.commit(folder, List.of("sleep", "600"), Duration.ofMillis(50))))
                .succeedsWithin(AMPLE)
                .isEqualTo(Optional.empty());
    }

    @Test
    void whatAGitThatFailsPrintsIsNotTaken() {
        assertThat(Checkout.commit(folder, List.of("sh", "-c", "echo 0123456789ab; exit 1"), AMPLE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ab", "0123456789ab-dirty"})
    void aCommitIsTakenAsItIsPrinted(String printed) {
        assertThat(Checkout.commit(folder, List.of("echo", printed), AMPLE)).contains(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1.0-3-g0123456789ab", "0123456789ab\nand more", "0123456789ab-dirty-broken"})
    void whatIsNoCommitIsNotTaken(String printed) {
        assertThat(Checkout.commit(folder, List.of("echo", printed), AMPLE)).isEmpty();
    }

    private void commitOneFile() throws IOException {
        Files.writeString(folder.resolve("file"), "text");
        assertThat(git("init", "-q") && git("add", "file")).isTrue();
        assertThat(git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "one"))
                .isTrue();
    }

    private boolean git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noGit) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
