package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.layer;
import static multistage.facts.fixtures.ExampleFacts.naiveInventory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.Told;
import multistage.facts.Facts;
import multistage.facts.Inventory;
import multistage.facts.Inventory.Folder;
import multistage.facts.Probe;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class NaiveChapterTest {
    @Test
    void itsSizeIsToldBesideWhatTheLessonSays() {
        assertThat(told(good()))
                .startsWith(
                        "# How big is example/naive?",
                        "913 MB, where the lesson says almost 1 GB: that is what its history adds up to, in file bytes. The"
                                + " engine lists it as 913 MB. The same program weighs 5.08 MB.",
                        "# Why?")
                .anyMatch(line -> line.contains("golang:1.23 alone is 835 MB, 91 % of the image")
                        && line.contains("The build adds 78.0 MB"))
                .contains("[Where the bytes are, both images at one scale]");
    }

    @Test
    void anImageThatDidNotBuildTellsWhyInOneLine() {
        assertThat(told(changed(good(), naive(notBuilt("\n  go: command not found\nexit code 127")))))
                .containsExactly("Not measured: the naive image did not build. go: command not found");
    }

    @Test
    void aBaseThatIsNotKnownOrWeighsMoreThanAllIsNotAReason() {
        Facts light = changed(good(), naive(image(with("history", List.of(layer("sha256:n1", "COPY . /", 700))))));

        assertThat(told(changed(good(), naive(image(with("base", Optional.empty()))))))
                .noneMatch(line -> line.contains("alone is"));
        assertThat(told(light)).noneMatch(line -> line.contains("alone is")).noneMatch(line -> line.contains("adds -"));
    }

    @Test
    void allRunsIsSaidOnlyWhereAllDoes() {
        Probe refused = new Probe("git", "git --version", false, "not found");

        assertThat(told(good())).anyMatch(line -> line.startsWith("All of it runs, too: go version"));
        assertThat(told(changed(good(), naive(service(with("probes", List.of(refused)))))))
                .noneMatch(line -> line.startsWith("All of it runs"));
        assertThat(told(changed(good(), naive(service(with("probes", List.of()))))))
                .noneMatch(line -> line.startsWith("All of it runs"));
    }

    @Test
    void withoutTheOtherImageThereIsNoPicture() {
        assertThat(told(changed(good(), multi(notBuilt("no network"))))).doesNotContain("[Where the bytes are]");
    }

    @Test
    void foldersOfNoteAndTheRestAddUp() {
        Inventory inventory = new Inventory(
                100,
                1_000,
                0,
                List.of(),
                List.of(folder("/a", 50, 900), folder("/b", 20, 10), folder("/c", 5, 9)),
                List.of());

        assertThat(folders(inventory))
                .containsExactly(
                        "/a | 50 | 900 B | 90 %",
                        "/b | 20 | 10 B | 1.0 %", "all others | 30 | 90 B | 9.0 %", "in all | 100 | 1.00 kB | 100 %");
    }

    @Test
    void foldersThatHoldMoreThanAllLeaveNoNegativeRest() {
        Inventory inventory = new Inventory(1, 10, 0, List.of(), List.of(folder("/a", 2, 11)), List.of());

        assertThat(folders(inventory))
                .containsExactly("/a | 2 | 11 B | 110 %", "all others | 0 | 0 B | 0.00 %", "in all | 1 | 10 B | 100 %");
    }

    @Test
    void anEmptyFileSystemHasNoFolders() {
        assertThat(folders(new Inventory(0, 0, 0, List.of(), List.of(), List.of())))
                .containsExactly("all others | 0 | 0 B | 0.00 %", "in all | 0 | 0 B | 0.00 %");
    }

    @Test
    void whatLaterLayersHideIsToldWhereHistoryAndFoldersAreCountedAlike() {
        Facts onBlocks =
                changed(good(), with("engine", changed(good().engine(), with("store", "containerd overlayfs"))));

        assertThat(told(good()))
                .contains(
                        "That is 500 kB less than the history adds up to: what a later instruction replaces or removes"
                                + " still weighs in the layer below.");
        assertThat(told(onBlocks)).noneMatch(line -> line.contains("less than the history"));
    }

    @Test
    void whatWasNotCountedHasNoTable() {
        assertThat(told(changed(good(), naive(with("inventory", Optional.empty())))))
                .noneMatch(line -> line.contains("by folder"));
        assertThat(told(changed(good(), naive(with("inventory", Optional.of(naiveInventory()))))))
                .anyMatch(line -> line.contains("by folder"));
    }

    @Test
    void historyTellsWhatEachInstructionBrought() {
        assertThat(told(good()))
                .contains(
                        "COPY /target/ / | 242 MB | base | Go toolchain",
                        "RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends git | 0 B | own | ",
                        "RUN /bin/sh -c CGO_ENABLED=0 go install github.com/adriaandejonge/helloworld@latest | 78.0 MB | own"
                                + " | what the build left behind, the program",
                        "EXPOSE [8080/tcp] | 0 B | none | ");
    }

    @Test
    void aProgramThatTakesItAllLeavesNothingBehind() {
        assertThat(told(changed(good(), naive(image(executable(with("bytes", 78_000_000L)))))))
                .contains(
                        "RUN /bin/sh -c CGO_ENABLED=0 go install github.com/adriaandejonge/helloworld@latest | 78.0 MB | own"
                                + " | the program");
    }

    private static Folder folder(String path, long files, long bytes) {
        return new Folder(path, files, bytes);
    }

    private static List<String> folders(Inventory inventory) {
        List<String> lines = told(changed(good(), naive(with("inventory", Optional.of(inventory)))));
        String caption = "The same bytes, by folder, from inside the running container:";
        assertThat(lines).contains(caption);
        return lines.subList(lines.indexOf(caption) + 1, lines.size()).stream()
                .filter(line -> line.contains(" | "))
                .toList();
    }

    private static List<String> told(Facts facts) {
        return Told.lines(new NaiveChapter(new Phrases(Language.ENGLISH, facts), facts)
                .section()
                .blocks());
    }
}
