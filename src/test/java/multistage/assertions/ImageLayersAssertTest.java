package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.fixtures.Failing.messageOf;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.layer;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.naiveImage;
import static multistage.facts.fixtures.ExampleFacts.noLayer;
import static multistage.facts.fixtures.ExampleFacts.run;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import multistage.facts.Base;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImageLayersAssertTest {
    @Nested
    class HasLayers {
        @Test
        void passesForThatNumber() {
            assertThat(multiImage()).hasLayers(1);
        }

        @Test
        void failsForMoreAndForFewerWithWhatMadeThem() {
            messageOf(() -> assertThat(withLayers("sha256:m1", "sha256:m2")).hasLayers(1))
                    .isEqualTo("the multi-stage image should have 1 layer, but it has 2 (Docker 28.5.2, overlay2)\n"
                            + "  | 5.06 MB  COPY /hello /hello # buildkit\n"
                            + "  | sha256:m2");
            messageOf(() -> assertThat(withLayers()).hasLayers(1))
                    .isEqualTo("the multi-stage image should have 1 layer, but it has 0 (Docker 28.5.2, overlay2)");
        }
    }

    @Nested
    class HasLayersMoreThanItsBase {
        @Test
        void passesForThatNumber() {
            assertThat(naiveImage()).hasLayersMoreThanItsBase(2);
        }

        @Test
        void failsForMoreAndForFewer() {
            messageOf(() -> assertThat(naiveImage()).hasLayersMoreThanItsBase(1))
                    .isEqualTo("the naive image should have 1 layer more than its base,"
                            + " but it has 9 and golang:1.23 has 7: 2 more (Docker 28.5.2, overlay2)\n"
                            + "  | 0 B  RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends git"
                            + " # buildkit\n"
                            + "  | 78.0 MB  RUN /bin/sh -c CGO_ENABLED=0 go install"
                            + " github.com/adriaandejonge/helloworld@latest # buildkit");
            messageOf(() -> assertThat(naiveImage()).hasLayersMoreThanItsBase(3))
                    .startsWith("the naive image should have 3 layers more than its base, but it has 9");
        }

        @Test
        void failsWithoutABase() {
            messageOf(() -> assertThat(multiImage()).hasLayersMoreThanItsBase(2))
                    .isEqualTo("the multi-stage image should have 2 layers more than its base,"
                            + " but no image at hand has the layers that its own start with");
        }
    }

    @Nested
    class HasFewerLayers {
        @Test
        void passesForOneFewer() {
            assertThat(multiImage()).hasFewerLayersThan(withLayers("a", "b"));
        }

        @Test
        void failsForAsMany() {
            messageOf(() -> assertThat(multiImage()).hasFewerLayersThan(withLayers("a")))
                    .isEqualTo("the multi-stage image should have fewer layers than the multi-stage image,"
                            + " but it has 1 and the other 1: as many");
        }

        @Test
        void failsForMore() {
            messageOf(() -> assertThat(naiveImage()).hasFewerLayersThan(multiImage()))
                    .isEqualTo("the naive image should have fewer layers than the multi-stage image,"
                            + " but it has 9 and the other 1: 8 more");
        }
    }

    @Nested
    class SharesNoLayer {
        @Test
        void passesWhenEveryDigestIsItsOwn() {
            assertThat(multiImage()).sharesNoLayerWithWhatItWasBuiltFrom();
        }

        @Test
        void failsForOneDigestOfAnImageThatItWasBuiltFrom() {
            Image image = changed(
                    withLayers("sha256:b3", "sha256:m1"),
                    with("builtFrom", List.of(changed(golang(), with("layers", List.of("sha256:x"))), golang())));

            messageOf(() -> assertThat(image).sharesNoLayerWithWhatItWasBuiltFrom())
                    .isEqualTo(
                            "the multi-stage image should share no layer with the images that its build started from,"
                                    + " but of its 2 layers it shares 1 with golang:1.23 (Docker 28.5.2, overlay2)");
        }

        @Test
        void failsForEveryImageThatItSharesWith() {
            Image image = changed(
                    naiveImage(),
                    with("builtFrom", List.of(golang(), changed(golang(), with("name", "golang:latest")))));

            messageOf(() -> assertThat(image).sharesNoLayerWithWhatItWasBuiltFrom())
                    .contains("but of its 9 layers it shares 7 with golang:1.23 and 7 with golang:latest");
        }

        @Test
        void passesForTheLayersOfTheImageThatItsLastFromNames() {
            assertThat(onDistroless("sha256:d1", "sha256:m1")).sharesNoLayerWithWhatItWasBuiltFrom();
        }

        @Test
        void failsForALayerOfTheBuilderOnTopOfThem() {
            messageOf(() -> assertThat(onDistroless("sha256:d1", "sha256:b2")).sharesNoLayerWithWhatItWasBuiltFrom())
                    .contains("of its 2 layers it shares 1 with golang:1.23");
        }

        @Test
        void failsWhenItsLastFromNamesTheBuilder() {
            messageOf(() -> assertThat(changed(naiveImage(), with("builtFrom", List.of(golang()))))
                            .sharesNoLayerWithWhatItWasBuiltFrom())
                    .contains("it shares 7 with golang:1.23");
        }

        @Test
        void failsWithoutALayer() {
            messageOf(() -> assertThat(withLayers()).sharesNoLayerWithWhatItWasBuiltFrom())
                    .isEqualTo(
                            "the multi-stage image should share no layer with the images that its build started from,"
                                    + " but it has no layer to compare");
        }

        @Test
        void failsWithNothingToCompareWith() {
            String message = "the multi-stage image should share no layer with the images that its build started from,"
                    + " but of those none is known to compare with";

            messageOf(() -> assertThat(changed(multiImage(), with("builtFrom", List.of())))
                            .sharesNoLayerWithWhatItWasBuiltFrom())
                    .isEqualTo(message);
            messageOf(() -> assertThat(changed(
                                    multiImage(),
                                    with("builtFrom", List.of(changed(golang(), with("layers", List.of()))))))
                            .sharesNoLayerWithWhatItWasBuiltFrom())
                    .isEqualTo(message);
        }
    }

    @Nested
    class ShowsNoBuildStage {
        @Test
        void passesForACopiedProgram() {
            assertThat(multiImage()).showsNoBuildStageInItsHistory();
        }

        @Test
        void passesForAnEmptyEntryThatABaseHasToo() {
            assertThat(withHistory(noLayer("WORKDIR /go"))).showsNoBuildStageInItsHistory();
        }

        @Test
        void passesForWhatMadeTheImageThatItsLastFromNames() {
            Image image = changed(
                    onDistroless("sha256:d1", "sha256:m1"),
                    with(
                            "history",
                            List.of(
                                    run("sha256:d1", "install tzdata", 2_000_000),
                                    layer("sha256:m1", "COPY /hello /", 5))));

            assertThat(image).showsNoBuildStageInItsHistory();
        }

        @Test
        void tellsStepsApartByWhatTheySayEvenIfTheirLayersAreNotKnown() {
            HistoryEntry ofItsBase = new HistoryEntry("RUN install tzdata", 2_000_000, Optional.empty());
            HistoryEntry ofTheBuilder = new HistoryEntry("COPY /target/ / # buildkit", 241_500_000, Optional.empty());
            Image image =
                    changed(onDistroless("sha256:d1", "sha256:m1"), with("history", List.of(ofItsBase, ofTheBuilder)));
            Image known = changed(
                    image,
                    with(
                            "base",
                            image.base()
                                    .map(base -> changed(
                                            base,
                                            with(
                                                    "history",
                                                    List.of(layer("sha256:d1", "RUN install tzdata", 2_000_000)))))));

            messageOf(() -> assertThat(known).showsNoBuildStageInItsHistory())
                    .endsWith("but it shows 1 instruction of it:\n  | 242 MB  COPY /target/ / # buildkit");
        }

        @Test
        void failsForARunEvenIfItAddedNothing() {
            messageOf(() -> assertThat(withHistory(
                                    run("sha256:m1", "go build -o /hello", 78_000_000), run("sha256:m2", "true", 0)))
                            .showsNoBuildStageInItsHistory())
                    .isEqualTo("the multi-stage image should show nothing of its build stage in its history,"
                            + " but it shows 2 instructions of it:\n"
                            + "  | 78.0 MB  RUN /bin/sh -c go build -o /hello # buildkit\n"
                            + "  | 0 B  RUN /bin/sh -c true # buildkit");
        }

        @Test
        void failsForWhatAnImageThatItWasBuiltFromAdded() {
            messageOf(() -> assertThat(withHistory(golang().history().get(5))).showsNoBuildStageInItsHistory())
                    .endsWith("but it shows 1 instruction of it:\n  | 242 MB  COPY /target/ / # buildkit");
        }

        @Test
        void showsNoMoreThanTenInstructions() {
            HistoryEntry[] entries =
                    Collections.nCopies(12, run("sha256:m1", "true", 0)).toArray(HistoryEntry[]::new);

            messageOf(() -> assertThat(withHistory(entries)).showsNoBuildStageInItsHistory())
                    .contains("it shows 12 instructions of it:")
                    .endsWith("true # buildkit\n  | and 2 more")
                    .hasLineCount(12);
        }

        @Test
        void failsWithoutAHistory() {
            messageOf(() -> assertThat(withHistory()).showsNoBuildStageInItsHistory())
                    .isEqualTo("the multi-stage image should show nothing of its build stage in its history,"
                            + " but it has no history to look at");
        }
    }

    /** Built in golang:1.23, with a final stage from an image of its own. */
    private static Image onDistroless(String... layers) {
        Base distroless = new Base(
                "distroless",
                false,
                "sha256:d0",
                Optional.empty(),
                List.of("sha256:d1"),
                List.of(run("sha256:d1", "install tzdata", 2_000_000)));
        return changed(
                withLayers(layers),
                with("base", Optional.of(distroless)),
                with("builtFrom", List.of(golang(), distroless)));
    }

    private static Image withLayers(String... layers) {
        return changed(multiImage(), with("layers", List.of(layers)));
    }

    private static Image withHistory(HistoryEntry... entries) {
        return changed(multiImage(), with("history", List.of(entries)));
    }
}
