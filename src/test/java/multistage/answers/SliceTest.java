package multistage.answers;

import static multistage.answers.Purpose.C_COMPILER;
import static multistage.answers.Purpose.GIT;
import static multistage.answers.Purpose.LEFTOVERS;
import static multistage.answers.Purpose.OTHER;
import static multistage.answers.Purpose.PROGRAM;
import static multistage.answers.Purpose.SYSTEM;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.layer;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.naiveImage;
import static multistage.facts.fixtures.ExampleFacts.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Base;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            value = {
                // docker-library/golang, by BuildKit
                "SYSTEM % # debian.sh --arch 'amd64' out/ 'bookworm' '@1740355200'",
                "SYSTEM % RUN /bin/sh -c set -eux; apt-get update; apt-get install -y --no-install-recommends ca-certificates"
                        + " curl gnupg netbase sq wget ; rm -rf /var/lib/apt/lists/* # buildkit",
                "GIT % RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends git mercurial"
                        + " openssh-client subversion procps && rm -rf /var/lib/apt/lists/* # buildkit",
                "C_COMPILER % RUN /bin/sh -c set -eux; apt-get update; apt-get install -y --no-install-recommends g++ gcc"
                        + " libc6-dev make pkg-config ; rm -rf /var/lib/apt/lists/* # buildkit",
                "GO % COPY /target/ / # buildkit",
                "GO % RUN /bin/sh -c mkdir -p \"$GOPATH/src\" \"$GOPATH/bin\" && chmod -R 1777 \"$GOPATH\" # buildkit",
                "GO % WORKDIR /go",
                // docker/base/Dockerfile, the stand-in
                "SYSTEM % ADD rootfs.tar / # buildkit",
                "SYSTEM % RUN /bin/sh -c set -eux;     apt-get update;     apt-get install -y --no-install-recommends"
                        + " ca-certificates curl gnupg netbase sq wget tzdata;     rm -rf /var/lib/apt/lists/* # buildkit",
                "GIT % RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends git mercurial"
                        + " openssh-client subversion procps &&     rm -rf /var/lib/apt/lists/* # buildkit",
                "GO % COPY /tree/ / # buildkit",
                // the classic builder and Podman
                "SYSTEM % /bin/sh -c #(nop) ADD file:4b1be1de1a1e5aa608c688cad2824587262081866180d7368feb79d33ca05953 in / ",
                "GIT % /bin/sh -c apt-get update && apt-get install -y git mercurial",
                "C_COMPILER % /bin/sh -c set -eux; apt-get install -y g++ gcc libc6-dev",
                "C_COMPILER % |1 A=b /bin/sh -c apk add build-essential",
                "GO % /bin/sh -c #(nop) COPY /target/ / ",
                "GO % /bin/sh -c #(nop) WORKDIR /go"
            })
    void aBasesBytesAreForWhatTheInstructionNames(Purpose purpose, String createdBy) {
        HistoryEntry entry = layer("sha256:b1", createdBy, 7);
        Image image = changed(
                naiveImage(), with("history", List.of(entry)), with("base", Optional.of(baseOf(List.of(entry)))));

        assertThat(slices(image)).containsExactly(new Slice(entry, true, purpose, 7));
    }

    @Test
    void whatMadeTheProgramLeftTheRestBehind() {
        assertThat(Slice.own(naiveImage()))
                .extracting(Slice::purpose, Slice::bytes)
                .containsExactly(
                        tuple(GIT, 0L),
                        tuple(LEFTOVERS, 72_920_808L),
                        tuple(PROGRAM, 5_079_192L),
                        tuple(OTHER, 0L),
                        tuple(OTHER, 0L));
    }

    @Test
    void aProgramThatIsCopiedLeavesNothingBehind() {
        Image copied = ownSteps(layer("sha256:n1", "COPY /helloworld /go/bin/helloworld # buildkit", 5_083_136));

        assertThat(Slice.own(copied))
                .extracting(Slice::purpose, Slice::bytes)
                .containsExactly(tuple(OTHER, 3_944L), tuple(PROGRAM, 5_079_192L));
    }

    @Test
    void packagesThatComeLaterDidNotBringTheProgram() {
        HistoryEntry builds = run("sha256:n1", "go install example.com/helloworld@latest", 78_000_000);
        HistoryEntry installs = run("sha256:n2", "apt-get update && apt-get install -y vim", 40_000_000);

        assertThat(Slice.own(ownSteps(builds, installs)))
                .extracting(Slice::entry, Slice::purpose)
                .containsExactly(tuple(builds, LEFTOVERS), tuple(builds, PROGRAM), tuple(installs, SYSTEM));
    }

    @Test
    void oneInstructionThatInstallsAndBuildsBroughtTheProgram() {
        Image all = ownSteps(run("sha256:n1", "apt-get install -y git && go install example.com/x", 78_000_000));

        assertThat(Slice.own(all)).extracting(Slice::purpose).containsExactly(LEFTOVERS, PROGRAM);
    }

    @Test
    void withoutAReadableProgramNothingIsItsOwn() {
        assertThat(Slice.byPurpose(changed(naiveImage(), with("executable", Optional.empty()))))
                .doesNotContainKeys(PROGRAM, LEFTOVERS)
                .containsEntry(OTHER, 78_000_000L);
    }

    @Test
    void withoutABaseEveryStepIsTheImagesOwn() {
        Image image = changed(naiveImage(), with("base", Optional.empty()));

        assertThat(slices(image)).noneMatch(Slice::inBase);
        assertThat(Slice.byPurpose(image))
                .containsEntry(GIT, 177_000_000L)
                .containsEntry(C_COMPILER, 251_000_000L)
                .containsEntry(PROGRAM, 5_079_192L)
                .containsEntry(OTHER, 358_500_000L);
    }

    @Test
    void stepsOfTheBaseThatTheImageHasNotAreNotTakenForItsOwn() {
        HistoryEntry only = layer("sha256:n1", "COPY everything / # buildkit", 700);

        assertThat(slices(changed(naiveImage(), with("history", List.of(only)))))
                .noneMatch(Slice::inBase);
        assertThat(slices(
                        changed(naiveImage(), with("history", golang().history().subList(0, 2)))))
                .hasSize(2)
                .allMatch(Slice::inBase);
    }

    @Test
    void whereTheContentWasReadItIsCounted() {
        assertThat(Slice.byPurpose(multiImage())).isEqualTo(Map.of(PROGRAM, 5_062_808L));
        assertThat(Slice.byPurpose(changed(multiImage(), holding(file("/hello", 5_062_808), file("/etc/passwd", 100)))))
                .isEqualTo(Map.of(PROGRAM, 5_062_808L, OTHER, 100L));
        assertThat(Slice.byPurpose(changed(multiImage(), holding(), executable(with("bytes", 9L)))))
                .isEmpty();
    }

    @Test
    void allPurposesAddUpToTheImagesWeight() {
        Stream<Image> images = Stream.of(
                naiveImage(),
                changed(naiveImage(), with("base", Optional.empty())),
                changed(naiveImage(), with("executable", Optional.empty())),
                changed(naiveImage(), executable(with("bytes", 2_000_000_000L))),
                changed(multiImage(), with("content", Optional.empty())));

        assertThat(images).allSatisfy(image -> {
            assertThat(Slice.byPurpose(image).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(image.historyBytes());
            assertThat(slices(image)).noneMatch(slice -> slice.bytes() < 0);
        });
    }

    private static Image ownSteps(HistoryEntry... own) {
        return changed(
                naiveImage(),
                with(
                        "history",
                        Stream.concat(golang().history().stream(), Stream.of(own))
                                .toList()));
    }

    private static Base baseOf(List<HistoryEntry> history) {
        return changed(golang(), with("history", history));
    }

    private static List<Slice> slices(Image image) {
        return Slice.byEntry(image).stream().flatMap(List::stream).toList();
    }
}
