package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private static final String DEAD = "1700000000-0123abcd";

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void begin() {
        session = Session.begin(folder);
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void aRunLivesForAsLongAsItHoldsItsLock() {
        Session other = Session.begin(folder);
        assertThat(session.isOver(other.id())).isFalse();

        other.close();
        assertThat(session.isOver(other.id())).isTrue();
    }

    @Test
    void aRunWhoseLockNobodyHoldsIsOver() throws IOException {
        Files.createFile(lockOf(DEAD));

        assertThat(session.isOver(DEAD)).isTrue();
    }

    @Test
    void aRunWhoseLockIsGoneIsOver() {
        assertThat(session.isOver(DEAD)).isTrue();
    }

    @Test
    void itsOwnRunIsNeverOver() throws IOException {
        Files.delete(lockOf(session.id()));

        assertThat(session.isOver(session.id())).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"../../etc", "/etc/passwd", "1700000000", DEAD + "/..", "1700000000-0123ABCD", "\0"})
    void whatNoRunIsCalledIsNeverOver(String id) {
        assertThat(session.isOver(id)).isFalse();
        assertThat(Session.began(id)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theNameOfARunTellsWhenItBegan() {
        assertThat(Session.began(DEAD)).isEqualTo(1_700_000_000);
        assertThat(Session.began(session.id()))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
    }

    @Test
    void theLocksOfRunsThatAreOverAreDeletedWhenAnotherBegins() throws IOException {
        Path notes = Files.createFile(folder.resolve("multistage-notes.lock"));
        Files.createFile(lockOf(DEAD));

        try (Session next = Session.begin(folder)) {
            assertThat(folder).isDirectoryNotContaining(file -> file.equals(lockOf(DEAD)));
            assertThat(Files.list(folder)).containsExactlyInAnyOrder(lockOf(session.id()), lockOf(next.id()), notes);
        }
    }

    @Test
    void aRunLeavesNoLock() {
        session.close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherFolderForLocksIsAnotherHost(@TempDir Path elsewhere) {
        try (Session other = Session.begin(elsewhere)) {
            assertThat(other.host()).isNotEqualTo(session.host());
        }
    }

    @Test
    void aFolderThatTakesNoLockIsNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Session.begin(folder.resolve("nowhere")))
                .withMessageStartingWith("cannot lock " + folder.resolve("nowhere"));
    }

    private Path lockOf(String id) {
        return folder.resolve("multistage-" + id + ".lock");
    }
}
