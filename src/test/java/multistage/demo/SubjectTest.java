package multistage.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import multistage.demo.Subject.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    private Path folder;

    @BeforeEach
    void findFolder(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void withoutOptionsItIsTheLessonsOwnDemo() {
        assertThat(Subject.of(null, null)).satisfies(subject -> {
            assertThat(subject.kind()).isEqualTo(Kind.LESSON);
            assertThat(subject.demos()).containsExactly(Demo.reference());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile-naive", "Dockerfile-multi"})
    void aFolderWithOneOfTheDockerfilesIsAStudentsDemo(String dockerfile) throws IOException {
        file("ada/" + dockerfile);

        Subject subject = Subject.of(folder.resolve("ada").toString(), null);

        assertThat(subject.kind()).isEqualTo(Kind.STUDENT);
        assertThat(subject.demos()).containsExactly(new Demo("ada", folder.resolve("ada")));
    }

    @Test
    void aFolderOfSuchFoldersIsAClassWhateverElseItsFoldersHold() throws IOException {
        file("Éloïse Martin/Dockerfile-naive");
        file("ada/README.md");
        file("class.txt");
        file(".git/config");

        Subject subject = Subject.of(folder.toString(), null);

        assertThat(subject.kind()).isEqualTo(Kind.CLASS);
        assertThat(subject.demos()).extracting(Demo::name).containsExactly("ada", "Éloïse Martin");
        assertThat(subject.folders()).containsEntry("ada", "ada").containsEntry("Éloïse Martin", "Éloïse Martin");
    }

    @Test
    void whoeverIsCalledSomethingUnseenIsShownOnOneLineAndLikeNobodyElse() throws IOException {
        file("a\nb/Dockerfile-naive");
        file("a b/Dockerfile-naive");
        file("c\u001b[31m/Dockerfile-naive");
        file("__MACOSX/Dockerfile-naive");

        assertThat(Subject.of(folder.toString(), null).demos())
                .extracting(Demo::name)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .contains("a b", "c [31m")
                .allMatch(name -> name.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void aFolderIsTheOneThatALinkLeadsTo() throws IOException {
        file("ada/Dockerfile-naive");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("ada"));

        assertThat(Subject.of(link.toString(), null).demos()).containsExactly(new Demo("ada", folder.resolve("ada")));
    }

    @Test
    void ofAClassAShardTakesAPartAndNoneChangesHowSomebodysFolderIsCalled() throws IOException {
        for (int i = 0; i < 20; i++) {
            file("student " + i + "/Dockerfile-naive");
        }
        Subject whole = Subject.of(folder.toString(), null);
        Subject first = Subject.of(folder.toString(), "1/2");
        Subject second = Subject.of(folder.toString(), "2/2");

        assertThat(first.demos()).isNotEmpty().doesNotContainAnyElementsOf(second.demos());
        assertThat(whole.demos())
                .hasSize(first.demos().size() + second.demos().size())
                .containsAll(first.demos());
        assertThat(List.of(first.folders(), second.folders())).containsOnly(whole.folders());
    }

    @Test
    void anOptionWithoutAFolderIsRefusedLestTheLessonsDemoPassInTheStudentsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of(" ", null))
                .withMessage("-Ddemo= names no folder; it takes a student's, or a class's");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of(folder.resolve("nobody").toString(), null))
                .withMessageEndingWith(": there is no folder " + folder.resolve("nobody"));
    }

    @Test
    void aFolderWithoutAnyDemoIsRefused() throws IOException {
        file("ada/Dockerfile");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of(folder.toString(), null))
                .withMessage(
                        folder + " holds neither Dockerfile-naive nor Dockerfile-multi, and none of its folders holds"
                                + " one: there is no demo to check");
    }

    @Test
    void ofOneDemoThereIsNoPart() throws IOException {
        file("Dockerfile-multi");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of(folder.toString(), "1/2"))
                .withMessage("-Dshard=1/2 takes a part of a class, and " + folder + " is one demo");
    }

    @Test
    void ofTheLessonThereIsNoPart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of(null, "1/2"))
                .withMessage("-Dshard=1/2 takes a part of a class: name that with -Ddemo=DIR");
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
