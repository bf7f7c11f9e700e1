package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.answers.fixtures.Told;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class MultiStageChapterTest {
    @Test
    void itsSizeIsToldByItsContent() {
        assertThat(told(good()))
                .startsWith(
                        "# How big is the multi-stage image?",
                        "5.06 MB (5,062,808 bytes), and the engine lists it as 5.06 MB. That is 180 times smaller than the"
                                + " naive image, 908 MB less. Packed as a registry carries it, it is 2.17 MB. It holds:"
                                + " /hello, 5.06 MB (5062808 bytes).");
    }

    @Test
    void whereTheContentWasNotReadNothingIsSaidOfIt() {
        assertThat(told(with("content", Optional.empty())).subList(1, 3))
                .containsExactly(
                        "What it holds could not be read. The engine lists it as 5.06 MB.",
                        "# How many layers has each image?");
    }

    @Test
    void anImageThatHoldsNothingSaysSo() {
        assertThat(told(holding()))
                .anyMatch(line -> line.endsWith(" It holds no file."))
                .noneMatch(line -> line.contains("It holds:"));
    }

    @Test
    void anImageThatIsNotSmallerIsNotSaidToBe() {
        assertThat(told(holding(file("/hello", 913_000_000)))).noneMatch(line -> line.contains("times smaller"));
        assertThat(told(changed(good(), naive(notBuilt("no network")))))
                .noneMatch(line -> line.contains("times smaller"))
                .contains(
                        "The naive image has not measured, the multi-stage image 1. Only RUN, COPY, ADD and WORKDIR can add"
                                + " one, even an empty one. EXPOSE, CMD, ENTRYPOINT and ENV change how an image is run, and add none.");
    }

    @Test
    void whatIsNotPackedIsNotToldPacked() {
        assertThat(told(with("packedBytes", Optional.empty()))).noneMatch(line -> line.contains("Packed"));
    }

    @Test
    void anImageThatDidNotBuildTellsWhy() {
        assertThat(told(changed(good(), multi(notBuilt("no such stage: builder")))))
                .containsExactly("Not measured: the multi-stage image did not build. no such stage: builder");
    }

    @Test
    void layersAreCountedBesideTheNaiveImages() {
        assertThat(told(good()))
                .anyMatch(line -> line.startsWith(
                        "The naive image has 9, the multi-stage image 1. Of the naive image's, 7 are its base's;"));
        assertThat(told(changed(good(), naive(image(with("base", Optional.empty()))))))
                .anyMatch(line -> line.startsWith("The naive image has 9, the multi-stage image 1. Only RUN, COPY"));
    }

    @Test
    void theLastStageStartsFromWhatItStartsFrom() {
        assertThat(told(good()))
                .anyMatch(line -> line.contains(" Here the last stage starts from scratch, the empty image,"));
        assertThat(told(with("base", Optional.of(golang()))))
                .anyMatch(line -> line.contains(
                        " Here the last stage starts from golang:1.23, so the image holds all of that too."))
                .noneMatch(line -> line.contains("the empty image"));
    }

    @Test
    void layersThatItSharesWithItsBuildStageAreCounted() {
        String end = " with golang:1.23, in which the program was built.";

        assertThat(told(good())).anyMatch(line -> line.endsWith(" It shares no layer" + end));
        assertThat(told(with("layers", List.of("sha256:b1", "sha256:m1"))))
                .anyMatch(line -> line.endsWith(" It shares one layer" + end));
        assertThat(told(with("layers", golang().layers())))
                .anyMatch(line -> line.endsWith(" It shares 7 layers" + end));
        assertThat(told(with("builtFrom", List.of(golang(), golang()))))
                .anyMatch(line -> line.endsWith(" It shares no layer" + end));
        assertThat(told(with("builtFrom", List.of()))).noneMatch(line -> line.contains("It shares"));
    }

    @Test
    void whatTheProgramAsksForIsTold() {
        assertThat(told(good())).anyMatch(line -> line.endsWith("The executable asks for no loader and no library."));
        assertThat(told(executable(with("interpreter", Optional.of("/lib/ld.so")))))
                .anyMatch(line -> line.contains("asks for the loader /lib/ld.so."));
        assertThat(told(executable(with("neededLibraries", List.of("libc.so.6", "libm.so.6")))))
                .anyMatch(line -> line.contains("asks for libc.so.6, libm.so.6."));
        assertThat(told(executable(program -> changed(
                        program,
                        with("interpreter", Optional.of("/lib/ld.so")),
                        with("neededLibraries", List.of("libc.so.6"))))))
                .anyMatch(line -> line.contains("asks for the loader /lib/ld.so and libc.so.6."));
    }

    @Test
    void withoutAProgramNothingIsSaidOfOne() {
        assertThat(told(with("executable", Optional.empty()))).doesNotContain("# Why a static executable?");
    }

    private static List<String> told(UnaryOperator<Image> change) {
        return told(changed(good(), multi(image(change))));
    }

    private static List<String> told(Facts facts) {
        return Told.lines(new MultiStageChapter(new Phrases(Language.ENGLISH, facts), facts)
                .section()
                .blocks());
    }
}
