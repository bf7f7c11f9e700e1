package multistage.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import multistage.demo.Demo;
import multistage.facts.Variant;
import multistage.run.Principles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demos of src/test/resources, as they are read and completed. */
class KnownDemoTest {
    private static final List<KnownDemo> WRONG = KnownDemo.in(KnownDemo.WRONG);
    private static final List<KnownDemo> RIGHT = KnownDemo.in(KnownDemo.RIGHT);

    @Test
    void thereAreManyAndNoTwoOfOneName() {
        assertThat(WRONG).hasSizeGreaterThanOrEqualTo(20);
        assertThat(RIGHT).hasSizeGreaterThanOrEqualTo(6);
        assertThat(Stream.concat(WRONG.stream(), RIGHT.stream()).map(KnownDemo::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void aWrongOneSaysWhatIsWrongAndWhichPrinciplesFailForIt() {
        assertThat(WRONG).allSatisfy(demo -> {
            assertThat(demo.folder().resolve(KnownDemo.PROPERTIES)).content().startsWith("# ");
            assertThat(demo.claim()).isPresent();
            assertThat(demo.message()).isPresent();
            assertThat(demo.failing())
                    .isSubsetOf(Principles.keys())
                    .contains(demo.claim().orElseThrow());
        });
    }

    @Test
    void aRightOneSaysWhatIsDifferentAndNothingElse() {
        assertThat(RIGHT).allSatisfy(demo -> {
            assertThat(demo.folder().resolve(KnownDemo.PROPERTIES)).content().startsWith("# ");
            assertThat(demo.properties()).isEmpty();
        });
    }

    @Test
    void aFolderHoldsNoFileThatIsTheLessons() {
        assertThat(Stream.concat(WRONG.stream(), RIGHT.stream()))
                .flatMap(demo -> Stream.of(Variant.values())
                        .map(variant -> demo.folder().resolve(variant.dockerfile()))
                        .filter(KnownDemoTest::isTheLessons)
                        .toList())
                .isEmpty();
    }

    @Test
    void whatItDoesNotHoldIsTheLessons(@TempDir Path folder) throws IOException {
        Demo whole = demo(RIGHT, "source-beside-it").completeIn(folder);

        assertThat(whole.folder()).isEqualTo(folder.resolve("source-beside-it"));
        assertThat(whole.dockerfile(Variant.NAIVE))
                .hasSameBinaryContentAs(Demo.reference().dockerfile(Variant.NAIVE));
        assertThat(whole.dockerfile(Variant.MULTI)).content().contains("COPY main.go .");
        try (Stream<Path> files = Files.list(whole.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("Dockerfile-naive", "Dockerfile-multi", "main.go");
        }
    }

    @Test
    void aFileThatItIsWithoutIsNotThere(@TempDir Path folder) {
        assertThat(demo(WRONG, "missing-dockerfile").completeIn(folder).dockerfile(Variant.MULTI))
                .doesNotExist();
    }

    @Test
    void theClaimsThatFailAreTheOneAndThoseInConsequence() {
        assertThat(demo(WRONG, "another-text").failing())
                .isEqualTo(Set.of(
                        "MultiStageImageTest.answers",
                        "MultiStageImageTest.runsReadOnlyAndUnprivileged",
                        "ComparisonTest.isTheSameProgram"));
        assertThat(demo(WRONG, "another-port").failing()).isEqualTo(Set.of("MultiStageImageTest.answers"));
    }

    @Test
    void thoseThatAreChosenAreCalledSoTheRightOnesFirst() {
        assertThat(KnownDemo.chosen(".*"))
                .containsExactlyElementsOf(
                        Stream.concat(RIGHT.stream(), WRONG.stream()).toList());
        assertThat(KnownDemo.chosen("missing-.*|source-beside-it"))
                .extracting(KnownDemo::name)
                .containsExactly("source-beside-it", "missing-dockerfile", "missing-source");
    }

    @Test
    void aChoiceOfNoneIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownDemo.chosen("mising-.*"))
                .withMessage("no demo is called mising-.*; they are called like their folders in " + KnownDemo.RIGHT
                        + " and " + KnownDemo.WRONG);
    }

    @Test
    void someHaveALimitOfTheirOwn() {
        assertThat(demo(WRONG, "build-that-never-ends").buildLimit()).contains(Duration.ofSeconds(10));
        assertThat(demo(WRONG, "another-text").buildLimit()).isEmpty();
    }

    private static boolean isTheLessons(Path file) {
        try {
            return Files.exists(file)
                    && Files.mismatch(file, Demo.reference().folder().resolve(file.getFileName())) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownDemo demo(List<KnownDemo> demos, String name) {
        return demos.stream()
                .filter(demo -> demo.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
