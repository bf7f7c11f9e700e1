package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.fixtures.Failing.messageOf;
import static multistage.facts.Bytes.MB;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.BODY;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.multiExecutable;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.multiService;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import multistage.facts.BuildFacts;
import multistage.facts.Executable;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.Service;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoAssertionsTest {
    @Test
    void theReferenceDemoPassesEveryAssertionInOneChainEach() {
        Facts demo = good();
        assertThat(demo.naive().build()).succeeded().isNotNull();
        assertThat(demo.naive().image())
                .weighsBetween(700 * MB, 1300 * MB)
                .comesFromItsBaseByAtLeast(80)
                .hasProgramUnder(1)
                .hasLayersMoreThanItsBase(2)
                .exposesExactly("8080/tcp")
                .runs("/go/bin/helloworld")
                .isNotNull();
        assertThat(demo.naive().answeringService())
                .answers(200, BODY)
                .goesOnServing(Duration.ofSeconds(1))
                .canRun("a Go toolchain", "a C compiler", "git", "a shell")
                .isNotNull();
        assertThat(demo.multi().image())
                .hasLayers(1)
                .hasContentUnder(10 * MB)
                .holdsOnlyItsExecutable()
                .weighsItsExecutableWithin(1)
                .showsNoBuildStageInItsHistory()
                .sharesNoLayerWithWhatItWasBuiltFrom()
                .isSmallerThan(demo.naive().image(), 100, 500 * MB)
                .hasFewerLayersThan(demo.naive().image())
                .isNotNull();
        assertThat(demo.multi().executable())
                .isStatic()
                .isStripped()
                .holdsNoBuildPath()
                .weighsAboutTheSameAs(demo.naive().executable(), 20)
                .isNotNull();
        assertThat(demo.multi().answeringService())
                .servesTheSameAs(demo.naive().answeringService())
                .printsOnStart("Started, serving at 8080")
                .cannotRun("a shell")
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    void nothingFails(ThrowingCallable assertionOnNothing) {
        messageOf(assertionOnNothing).contains("Expecting actual not to be null");
    }

    static Stream<ThrowingCallable> nothingFails() {
        Image image = null;
        Executable executable = null;
        Service service = null;
        return Stream.of(
                () -> assertThat((BuildFacts) null).succeeded(),
                () -> assertThat(image).weighsBetween(0, 1),
                () -> assertThat(image).comesFromItsBaseByAtLeast(0),
                () -> assertThat(image).hasProgramUnder(100),
                () -> assertThat(image).hasContentUnder(1),
                () -> assertThat(image).weighsItsExecutableWithin(1),
                () -> assertThat(image).isSmallerThan(multiImage(), 1, 0),
                () -> assertThat(image).hasLayers(0),
                () -> assertThat(image).hasLayersMoreThanItsBase(0),
                () -> assertThat(image).hasFewerLayersThan(multiImage()),
                () -> assertThat(image).sharesNoLayerWithWhatItWasBuiltFrom(),
                () -> assertThat(image).showsNoBuildStageInItsHistory(),
                () -> assertThat(image).holdsOnlyItsExecutable(),
                () -> assertThat(image).exposesExactly(),
                () -> assertThat(image).runs(),
                () -> assertThat(executable).isStatic(),
                () -> assertThat(executable).isStripped(),
                () -> assertThat(executable).holdsNoBuildPath(),
                () -> assertThat(executable).weighsAboutTheSameAs(multiExecutable(), 1),
                () -> assertThat(service).answers(200, ""),
                () -> assertThat(service).goesOnServing(Duration.ZERO),
                () -> assertThat(service).servesTheSameAs(multiService()),
                () -> assertThat(service).canRun(),
                () -> assertThat(service).cannotRun("a shell"),
                () -> assertThat(service).printsOnStart(""));
    }

    @Test
    void failuresStartWithTheirDescription() {
        messageOf(() -> assertThat(multiImage()).as("100 %s").hasLayers(2))
                .startsWith("[100 %s] the multi-stage image should have 2 layers, but it has 1");
        messageOf(() -> assertThat(changed(multiImage(), with("history", List.of())))
                        .as("100 %s")
                        .showsNoBuildStageInItsHistory())
                .startsWith("[100 %s] the multi-stage image should show nothing");
        messageOf(() -> assertThat(changed(multiService(), neverAnswering()))
                        .as("100 %s")
                        .answers(200, ""))
                .startsWith("[100 %s] the multi-stage image's service should answer");
    }

    @Test
    void anOverridingMessageReplacesTheFailure() {
        messageOf(() -> assertThat(multiImage())
                        .overridingErrorMessage("too many")
                        .hasLayers(2))
                .isEqualTo("too many");
        messageOf(() -> assertThat(changed(multiService(), neverAnswering()))
                        .overridingErrorMessage("no answer")
                        .answers(200, ""))
                .isEqualTo("no answer");
    }

    @Test
    void percentSignsInWhatAnImageHoldsAreNoFormat() {
        Executable program = changed(multiExecutable(), with("buildPaths", List.of("/100%s/%n.go")));

        messageOf(() -> assertThat(program).holdsNoBuildPath()).endsWith("it names /100%s/%n.go");
    }
}
