package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.fixtures.Failing.messageOf;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.naiveImage;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import multistage.facts.Config;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.Image;
import multistage.facts.NotMeasured;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImageAssertTest {
    @Nested
    class HoldsOnlyItsExecutable {
        private static final Entry PROGRAM = file("/hello", 5_062_808);

        @Test
        void passesForTheProgramAndFolders() {
            assertThat(changed(multiImage(), holding(new Entry("/bin", Kind.FOLDER, 0, "0755"), PROGRAM)))
                    .holdsOnlyItsExecutable();
        }

        @Test
        void failsWithWhatElseIsThereLargestFirst() {
            Image image = changed(
                    multiImage(),
                    holding(
                            new Entry("/bin/sh", Kind.LINK, 0, "0777"),
                            file("/etc/b", 12),
                            file("/etc/a", 12),
                            PROGRAM,
                            file("/lib/libc.so.6", 1_922_136)));

            messageOf(() -> assertThat(image).holdsOnlyItsExecutable())
                    .isEqualTo("the multi-stage image should hold the program that it runs and nothing else,"
                            + " but beside /hello it holds 4 other files of 1.92 MB (1922160 bytes) in all:\n"
                            + "  | 1.92 MB (1922136 bytes)  /lib/libc.so.6\n"
                            + "  | 12 bytes  /etc/a\n"
                            + "  | 12 bytes  /etc/b\n"
                            + "  | a link or device  /bin/sh");
        }

        @Test
        void failsForASingleOtherFile() {
            messageOf(() -> assertThat(changed(multiImage(), holding(PROGRAM, file("/.env", 9))))
                            .holdsOnlyItsExecutable())
                    .endsWith("it holds 1 other file of 9 bytes in all:\n  | 9 bytes  /.env");
        }

        @Test
        void listsNoMoreThanTenFiles() {
            Entry[] files = IntStream.range(0, 1000)
                    .mapToObj(i -> file("/f" + i, 1000 - i))
                    .toArray(Entry[]::new);
            files[999] = PROGRAM;

            messageOf(() -> assertThat(changed(multiImage(), holding(files))).holdsOnlyItsExecutable())
                    .contains(
                            "it holds 999 other files of 500 kB (500499 bytes) in all:\n  | 1.00 kB (1000 bytes)  /f0\n")
                    .endsWith("  | 991 bytes  /f9\n  | and 989 more");
        }

        @Test
        void failsWhenTheProgramIsNotAmongTheFiles() {
            messageOf(() -> assertThat(changed(multiImage(), holding(file("/sh", 1))))
                            .holdsOnlyItsExecutable())
                    .isEqualTo("the multi-stage image should hold the program that it runs and nothing else,"
                            + " but /hello is not among the 1 file that it holds\n  | 1 byte  /sh");
            messageOf(() -> assertThat(changed(multiImage(), holding())).holdsOnlyItsExecutable())
                    .endsWith("but it holds no file");
        }

        @Test
        void failsWhenContentWasNotRead() {
            messageOf(() -> assertThat(naiveImage()).holdsOnlyItsExecutable())
                    .isEqualTo("the naive image should hold the program that it runs and nothing else,"
                            + " but what it holds could not be read");
        }

        @Test
        void isNotJudgedWithoutAProgram() {
            assertThatExceptionOfType(NotMeasured.class)
                    .isThrownBy(() -> assertThat(changed(multiImage(), with("executable", Optional.empty())))
                            .holdsOnlyItsExecutable());
        }

        @Test
        void aFilesNameCannotForgeALine() {
            messageOf(() -> assertThat(changed(multiImage(), holding(PROGRAM, file("/a\n::error::b", 2))))
                            .holdsOnlyItsExecutable())
                    .endsWith("\n  | 2 bytes  /a\\n::error::b");
        }
    }

    @Nested
    class ExposesExactly {
        @Test
        void passesForThesePortsInAnyOrder() {
            assertThat(naiveImage()).exposesExactly("8080/tcp");
            assertThat(multiImage()).exposesExactly();
            assertThat(exposing("80/tcp", "8080/tcp")).exposesExactly("8080/tcp", "80/tcp");
        }

        @Test
        void failsForNoneAndForMore() {
            messageOf(() -> assertThat(exposing()).exposesExactly("8080/tcp"))
                    .isEqualTo("the naive image should expose exactly 8080/tcp, but it exposes nothing");
            messageOf(() -> assertThat(exposing("8080/tcp", "80/tcp")).exposesExactly("8080/tcp"))
                    .isEqualTo("the naive image should expose exactly 8080/tcp, but it exposes 80/tcp and 8080/tcp");
        }

        private Image exposing(String... ports) {
            return configured(with("exposedPorts", List.of(ports)));
        }
    }

    @Nested
    class Runs {
        @Test
        void passesForEntrypointThenCommand() {
            assertThat(naiveImage()).runs("/go/bin/helloworld");
            assertThat(multiImage()).runs("/hello");
            assertThat(configured(with("entrypoint", List.of("/tini", "--"))))
                    .runs("/tini", "--", "/go/bin/helloworld");
        }

        @Test
        void failsForTheShellForm() {
            messageOf(() -> assertThat(configured(with("command", List.of("/bin/sh", "-c", "exec \"/hello\""))))
                            .runs("/go/bin/helloworld"))
                    .isEqualTo("the naive image should run [\"/go/bin/helloworld\"], but its ENTRYPOINT and CMD make"
                            + " [\"/bin/sh\", \"-c\", \"exec \\\"/hello\\\"\"]");
        }

        @Test
        void failsForNoCommand() {
            messageOf(() -> assertThat(configured(with("command", List.of()))).runs("/go/bin/helloworld"))
                    .endsWith("but its ENTRYPOINT and CMD make []");
        }
    }

    private static Image configured(UnaryOperator<Config> change) {
        return changed(naiveImage(), with("config", change.apply(naiveImage().config())));
    }
}
