package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.Failing.messageOf;
import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.golang;
import static multistage.facts.ExampleFacts.multiImage;
import static multistage.facts.ExampleFacts.naiveImage;
import static multistage.facts.ExampleFacts.run;

import java.util.Collections;
import java.util.List;
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
        void failsForMoreAndForFewer() {
            messageOf(() -> assertThat(withLayers("a", "b")).hasLayers(1))
                    .isEqualTo("the multi-stage image should have 1 layer, but it has 2");
            messageOf(() -> assertThat(withLayers()).hasLayers(1))
                    .isEqualTo("the multi-stage image should have 1 layer, but it has 0");
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
                            + " but it has 9 and golang:1.23 has 7: 2 more");
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
                                    + " but of its 2 layers it shares 1 with golang:1.23");
        }

        @Test
        void failsForEveryImageThatItSharesWith() {
            Image image = changed(
                    naiveImage(),
                    with("builtFrom", List.of(golang(), changed(golang(), with("name", "golang:latest")))));

            messageOf(() -> assertThat(image).sharesNoLayerWithWhatItWasBuiltFrom())
                    .endsWith("but of its 9 layers it shares 7 with golang:1.23 and 7 with golang:latest");
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
            assertThat(withHistory(new HistoryEntry("WORKDIR /go", 0))).showsNoBuildStageInItsHistory();
        }

        @Test
        void failsForARunEvenIfItAddedNothing() {
            messageOf(() -> assertThat(withHistory(run("go build -o /hello", 78_000_000), run("true", 0)))
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
            HistoryEntry[] entries = Collections.nCopies(12, run("true", 0)).toArray(HistoryEntry[]::new);

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

    private static Image withLayers(String... layers) {
        return changed(multiImage(), with("layers", List.of(layers)));
    }

    private static Image withHistory(HistoryEntry... entries) {
        return changed(multiImage(), with("history", List.of(entries)));
    }
}
